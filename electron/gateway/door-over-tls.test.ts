import { afterAll } from 'vitest'
import { createCertificates } from '../certificates.fixture'
import { useTls } from './transport.fixture'

// Whatever is true of the door and of slow clients must be true behind TLS as well.
const made = createCertificates()
afterAll(() => made.remove())
useTls(made.make('gateway'))
await import('./door.test')
await import('./slow-clients.test')
