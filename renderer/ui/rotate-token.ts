import { createContext, useContext } from 'react'
import type { Token } from '../../electron/contract/token'

/** Opens the dialog that rotates a token; `onDone` is told once the new secret was seen. */
export type RotateToken = (token: Token, onDone?: () => void) => void

/** Tokens are met in many lists, and rotated in one place. */
export const RotateTokenContext = createContext<RotateToken>(() => undefined)

export const useRotateToken = (): RotateToken => useContext(RotateTokenContext)
