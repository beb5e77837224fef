import './app/zod-without-eval'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { Surroundings } from './app/Surroundings'
import { createKeywardRouter } from './app/routes'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Surroundings>
      <App router={createKeywardRouter()} />
    </Surroundings>
  </StrictMode>,
)
