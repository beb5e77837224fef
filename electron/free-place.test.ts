import { createServer, type AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { placeProblem } from './free-place'

it('a place is free until somebody listens there', async () => {
  const squatter = createServer()
  await new Promise<void>((listening) => squatter.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void squatter.close())
  const { port } = squatter.address() as AddressInfo
  expect(await placeProblem('127.0.0.1', port)).toBe('port_in_use')
  await new Promise((closed) => squatter.close(closed))
  expect(await placeProblem('127.0.0.1', port)).toBeNull()
  expect(await placeProblem('127.0.0.1', port)).toBeNull()
})

it('an address of another computer cannot be had', async () => {
  expect(await placeProblem('198.51.100.1', 7878)).toBe('address_not_available')
})
