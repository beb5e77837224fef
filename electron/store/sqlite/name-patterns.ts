import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'

/** GLOB knows the same signs but `#`, and has brackets of its own. */
const globOf = (pattern: string): string => pattern.replaceAll('[', '[[]').replaceAll('#', '[0-9]')

/** Over the table `token`; where there are no patterns every name fits (`fitsOneOf`). */
export const fitsNoPattern = (patterns: string[]): RawBuilder<SqlBool> =>
  patterns.length === 0
    ? raw<SqlBool>`0`
    : raw<SqlBool>`not (${raw.join(
        patterns.map((pattern) => raw`token.name glob ${globOf(pattern)}`),
        raw` or `,
      )})`
