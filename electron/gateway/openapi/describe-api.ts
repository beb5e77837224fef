import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Entity } from '../../contract/entity'
import type { EntityId } from '../../contract/id'
import type { Permission } from '../../contract/permission'
import { asMarkdown } from '../../services/markdown'
import { entityExamples } from './entity-examples'
import { entityPaths } from './entity-paths'
import { entitySchemas } from './entity-schemas'
import { fixedPaths, gatewayTag, tokenSchema } from './fixed-paths'
import { headers } from './headers'
import { introduction } from './introduction'
import { parameters } from './parameters'
import { problemResponses, problemSchema } from './problem-responses'

/** An entity, and what a token may do with it: at least one thing. */
export type Usable = { entity: Entity; permitted: Permission[] }

/** An entity takes about a millisecond, and other calls wait meanwhile. */
const entitiesAtOnce = 10

/**
 * The API in OpenAPI 3.1, as JSON, as far as a token may use it. Written piece by piece, so that a
 * thousand entities do not hold up whoever calls meanwhile.
 */
export async function describeApi(usable: Usable[], baseUrl: string): Promise<string> {
  const names = new Map(usable.map(({ entity }) => [entity.id, entity.name]))
  const nameOf = (id: EntityId) => names.get(id) ?? null
  const written = { tags: [] as string[], paths: '', schemas: '', examples: '' }
  for (const [index, { entity, permitted }] of usable.entries()) {
    if (index > 0 && index % entitiesAtOnce === 0) await nextTurn()
    written.tags.push(JSON.stringify(tagOf({ entity, permitted })))
    written.paths += members(entityPaths(entity, permitted))
    written.schemas += members(entitySchemas(entity, permitted, nameOf))
    written.examples += members(entityExamples(entity))
  }
  const { securitySchemes, ...shared } = components
  return `{${[
    members({
      openapi: '3.1.0',
      info: { title: 'Keyward gateway', version: '1', description: introduction },
      servers: [{ url: baseUrl }],
      security: [{ token: [] }],
    }),
    `"tags":[${[...written.tags, JSON.stringify(gatewayTag)].join(',')}],`,
    `"paths":{${written.paths}${lastMembers(fixedPaths)}},`,
    '"components":{',
    members(shared),
    `"schemas":{${written.schemas}${lastMembers({ Problem: problemSchema, Token: tokenSchema })}},`,
    `"examples":{${written.examples.slice(0, -1)}},`,
    `${lastMembers({ securitySchemes })}}`,
  ].join('')}}`
}

const tagOf = ({ entity, permitted }: Usable) => ({
  name: entity.name,
  description: `${asMarkdown(entity.title)}. This token may ${permitted.join(', ')}.`,
})

const components = {
  headers,
  parameters,
  responses: problemResponses(),
  securitySchemes: {
    token: {
      type: 'http',
      scheme: 'bearer',
      description: 'A token that an administrator of Keyward issued.',
    },
  },
}

/** What stands between the braces of an object, to be followed by more. */
function members(object: object): string {
  const text = lastMembers(object)
  return text === '' ? '' : `${text},`
}

const lastMembers = (object: object) => JSON.stringify(object).slice(1, -1)
