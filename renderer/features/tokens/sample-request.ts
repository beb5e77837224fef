import { recordIdToFillIn, type SampleCall } from '../../../electron/contract/sample'

/** A header; `new` stands for a value that must be another one at every call. */
type Header = { name: string; value: string }

export type SampleRequest = {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  /** Besides Authorization. */
  headers: Header[]
  body: object | null
}

/** What goes over the wire, before it is written down in any language. */
export function requestOf(call: SampleCall): SampleRequest {
  if (call.does === 'identity') return { method: 'GET', path: '/v1/token', headers: [], body: null }
  const path = `/v1/entities/${call.entityName}/records`
  if (call.does === 'read') return { method: 'GET', path, headers: [], body: null }
  if (call.does === 'delete')
    return {
      method: 'DELETE',
      path: `${path}/${recordIdToFillIn}`,
      headers: call.needsIfMatch ? [{ name: 'If-Match', value: '*' }] : [],
      body: null,
    }
  return {
    method: 'POST',
    path,
    headers: [
      { name: 'Content-Type', value: 'application/json' },
      ...(call.needsIdempotencyKey ? [{ name: 'Idempotency-Key', value: 'new' }] : []),
    ],
    body: call.record,
  }
}
