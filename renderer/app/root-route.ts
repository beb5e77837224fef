import { createRootRoute } from '@tanstack/react-router'
import { Shell } from './Shell'

export const root = createRootRoute({ component: Shell })
