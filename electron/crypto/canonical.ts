/** What a MAC can cover. */
export type Canonical = null | boolean | number | string | Uint8Array | readonly Canonical[]

/**
 * One spelling for each value, so that two different messages never give the same bytes:
 * a type letter, the length as four bytes, the content. Lists hold their parts the same way.
 * JSON is not used, because the order of its keys is nobody's promise.
 */
export function canonical(value: Canonical): Buffer {
  if (value === null) return part('n', Buffer.alloc(0))
  if (typeof value === 'boolean') return part('b', Buffer.from(value ? '1' : '0'))
  if (typeof value === 'number') return part('i', Buffer.from(String(value)))
  if (typeof value === 'string') return part('s', Buffer.from(value, 'utf8'))
  if (value instanceof Uint8Array) return part('x', value)
  return part('l', Buffer.concat(value.map(canonical)))
}

function part(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(5)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length, 1)
  return Buffer.concat([head, content])
}
