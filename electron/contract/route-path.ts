const entity = '{entity}'

/** Characters that a segment never has: they end it, or mean something else in an address. */
const notInSegment = /[/\\?#%;{}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** Whether a text is a path of a rule: literal segments, `{entity}` once, `{id}`, `/**` last. */
export function isRoutePath(path: string): boolean {
  if (path === '/' || path === '/**') return true
  if (!path.startsWith('/') || !path.isWellFormed()) return false
  const segments = path.slice(1).split('/')
  if (segments.at(-1) === '**') segments.pop()
  return (
    segments.length > 0 &&
    segments.length <= 64 &&
    segments.filter((one) => one === entity).length <= 1 &&
    segments.every((one) => one === entity || one === '{id}' || isLiteral(one))
  )
}

const isLiteral = (segment: string) =>
  segment !== '' && !['.', '..', '*', '**'].includes(segment) && !notInSegment.test(segment)

export const namesEntity = (path: string): boolean => path.split('/').includes(entity)
