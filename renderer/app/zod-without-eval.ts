import * as z from 'zod'

// Imported before anything that makes a schema: zod's first schema otherwise tries `new Function`,
// which the content security policy reports as an attack.
z.config({ jitless: true })
