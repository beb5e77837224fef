import { permissions } from '../../contract/permission'
import { rateHeaderNames, refersToHeaders } from './headers'
import { refersToParameters } from './parameters'
import { refusals } from './problem-responses'

const tag = 'gateway'

/** The addresses that have nothing to do with an entity. */
export const fixedPaths = {
  '/v1/token': {
    get: {
      operationId: 'read-token',
      tags: [tag],
      summary: 'What this token is and may do',
      description: 'The first call to make with a new token.',
      responses: {
        200: {
          description: 'The token that was presented.',
          headers: refersToHeaders(...rateHeaderNames),
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Token' },
              example: {
                token_id: '5Fq0kZr3TnXy',
                name: 'Orders of the web shop',
                user: 'web-shop',
                created_at: '2027-03-31T08:30:00.000Z',
                expires_at: '2028-03-30T22:00:00.000Z',
                permissions: { orders: ['read', 'write'] },
              },
            },
          },
        },
        ...refusals(400, 401, 403, 429, 500, 503),
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'read-description',
      tags: [tag],
      summary: 'This description',
      description:
        'Made from the entities as they are defined now, with what this token may do. It is the source of the reference at /docs.',
      parameters: refersToParameters('ifNoneMatch'),
      responses: {
        200: {
          description: 'The API in OpenAPI 3.1.',
          headers: refersToHeaders('Document-ETag', ...rateHeaderNames),
          content: { 'application/json': { schema: { type: 'object' } } },
        },
        304: {
          description: 'It is the description that you have.',
          headers: refersToHeaders('Document-ETag', ...rateHeaderNames),
        },
        ...refusals(400, 401, 403, 429, 500, 503),
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'read-metrics',
      tags: [tag],
      summary: 'Figures for Prometheus',
      description: 'Of this gateway process since it started; nothing of tokens, users or records.',
      responses: {
        200: {
          description: 'In the text format of Prometheus.',
          headers: refersToHeaders(...rateHeaderNames),
          content: { 'text/plain': { schema: { type: 'string' } } },
        },
        ...refusals(400, 401, 403, 429, 500, 503),
      },
    },
  },
  '/healthz': {
    get: {
      operationId: 'read-health',
      tags: [tag],
      summary: 'Is the gateway there',
      security: [],
      responses: { 200: state('ok', 'It is there.'), ...refusals(400, 500) },
    },
  },
  '/readyz': {
    get: {
      operationId: 'read-readiness',
      tags: [tag],
      summary: 'Can calls be checked',
      security: [],
      responses: {
        200: state('ready', 'The store answers.'),
        ...refusals(400, 500, 503),
      },
    },
  },
}

export const gatewayTag = {
  name: tag,
  description: 'The gateway itself, and the token that is presented.',
}

export const tokenSchema = {
  type: 'object',
  properties: {
    token_id: { type: 'string', description: 'The public part of the token, never the secret.' },
    name: { type: 'string' },
    user: { type: 'string', description: 'The user whom the token belongs to.' },
    created_at: { type: 'string', format: 'date-time' },
    expires_at: {
      type: ['string', 'null'],
      format: 'date-time',
      description: 'null: never. Of a secret that was replaced, the end of its overlap.',
    },
    permissions: {
      type: 'object',
      description: 'By the names of the entities.',
      additionalProperties: { type: 'array', items: { type: 'string', enum: permissions } },
    },
  },
  required: ['token_id', 'name', 'user', 'created_at', 'expires_at', 'permissions'],
}

function state(status: string, description: string) {
  return {
    description,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: { status: { type: 'string', enum: [status] } },
          required: ['status'],
        },
        example: { status },
      },
    },
  }
}
