import type { UseFormReturn } from 'react-hook-form'
import { isLoopback, type Listening, type NewListening } from '../../../electron/contract/listening'

export type ListeningForm = UseFormReturn<NewListening>

/** What the form starts with: where the gateway listens now. */
export const asForm = ({ address, port, tls, hostNames }: Listening): NewListening => ({
  address,
  port,
  tls: tls && { certificateFile: tls.certificateFile.id, keyFile: tls.keyFile.id },
  hostNames,
})

export const reachOf = (address: string) =>
  isLoopback(address) ? ('this_computer' as const) : ('other_computers' as const)

/** 0 for whatever is no number, which the contract refuses with the right words. */
export const portTyped = (typed: string | number) =>
  /^\d+$/.test(String(typed).trim()) ? Number(typed) : 0
