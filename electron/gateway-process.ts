import { composeGateway } from './compose-gateway'
import { runUnderMain, type Parent } from './gateway-under-main'

// A promise that nobody caught leaves the process in a state nobody thought of; main starts anew.
process.on('unhandledRejection', () => process.exit(70))

/** Only a utility process has it. */
const { parentPort } = process as unknown as { parentPort: Parent }

runUnderMain({
  parent: parentPort,
  compose: composeGateway,
  exit: (code) => process.exit(code),
})
