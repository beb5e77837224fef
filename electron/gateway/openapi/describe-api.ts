import type { Entity } from '../../contract/entity'
import type { EntityId } from '../../contract/id'
import type { Permission } from '../../contract/permission'
import { asMarkdown } from '../../services/markdown'
import { entityPaths } from './entity-paths'
import { entitySchemas } from './entity-schemas'
import { fixedPaths, gatewayTag, tokenSchema } from './fixed-paths'
import { headers } from './headers'
import { introduction } from './introduction'
import { parameters } from './parameters'
import { problemResponses, problemSchema } from './problem-responses'

/** An entity, and what a token may do with it: at least one thing. */
export type Usable = { entity: Entity; permitted: Permission[] }

/** The API in OpenAPI 3.1, as far as a token may use it. */
export function describeApi(usable: Usable[], baseUrl: string) {
  const names = new Map(usable.map(({ entity }) => [entity.id, entity.name]))
  const nameOf = (id: EntityId) => names.get(id) ?? null
  return {
    openapi: '3.1.0',
    info: { title: 'Keyward gateway', version: '1', description: introduction },
    servers: [{ url: baseUrl }],
    security: [{ token: [] }],
    tags: [
      ...usable.map(({ entity, permitted }) => ({
        name: entity.name,
        description: `${asMarkdown(entity.title)}. This token may ${permitted.join(', ')}.`,
      })),
      gatewayTag,
    ],
    paths: {
      ...Object.assign({}, ...usable.map((one) => entityPaths(one.entity, one.permitted))),
      ...fixedPaths,
    } as Record<string, object>,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token that an administrator of Keyward issued.',
        },
      },
      schemas: {
        ...Object.assign(
          {},
          ...usable.map((one) => entitySchemas(one.entity, one.permitted, nameOf)),
        ),
        Problem: problemSchema,
        Token: tokenSchema,
      } as Record<string, object>,
      headers,
      parameters,
      responses: problemResponses(),
    },
  }
}
