import { problem, problemDocument, problems, type ProblemName } from '../problems'
import { refersToHeaders, type HeaderName } from './headers'

const exampleCall = '3f0e8d3c-58a2-4f0c-9a55-0c2f6b1d7e10'

const names = Object.keys(problems) as ProblemName[]

/** Members of a problem besides those that all have, by an example. */
const members: { [name in ProblemName]?: object } = {
  'invalid-record': {
    errors: [{ pointer: '#/number', code: 'required', detail: 'This field must have a value.' }],
  },
  'value-taken': {
    errors: [
      {
        pointer: '#/number',
        code: 'not_unique',
        detail: 'Another record has this value, and no two may have the same.',
      },
    ],
  },
  'too-many-calls': { 'violated-policies': ['token'] },
}

const headersOf: Record<string, HeaderName[]> = {
  401: ['WWW-Authenticate'],
  403: ['WWW-Authenticate'],
  429: ['Retry-After', 'RateLimit', 'RateLimit-Policy'],
  503: ['Retry-After'],
}

/** Statuses that an operation names where it can answer so; the others are under 4XX. */
const named = [400, 401, 403, 404, 409, 412, 422, 428, 429, 500, 503] as const
export type NamedStatus = (typeof named)[number]

const keyOf = (status: number) => `Problem${status}`
const otherKey = 'Problem4XX'

export const problemSchema = {
  type: 'object',
  description: 'What went wrong (RFC 9457). Programs decide by `type`.',
  properties: {
    type: {
      type: 'string',
      format: 'uri',
      description: 'Which problem it is.',
      enum: names.map((name) => problemDocument(name, '').type),
    },
    title: { type: 'string', description: 'The same for every problem of a type.' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string', description: 'What to do about it.' },
    instance: {
      type: 'string',
      format: 'uri',
      description: 'This one call; tell it to whoever runs the gateway.',
    },
    errors: {
      type: 'array',
      description: 'Everything to correct in what was sent.',
      items: {
        type: 'object',
        properties: {
          pointer: {
            type: 'string',
            description: 'Where in the body, as a JSON Pointer in a URI fragment (RFC 6901).',
          },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
        required: ['pointer', 'code', 'detail'],
      },
    },
    'violated-policies': { type: 'array', items: { type: 'string' } },
  },
  required: ['type', 'title', 'status', 'detail', 'instance'],
}

/** One response a status, with every problem of it from the one registry of problems. */
export function problemResponses() {
  const isNamed = (status: number) => (named as readonly number[]).includes(status)
  const others = names.filter((name) => !isNamed(problem(name).status))
  return {
    ...Object.fromEntries(
      named.map((status) => [
        keyOf(status),
        response(
          names.filter((name) => problem(name).status === status),
          headersOf[status] ?? [],
        ),
      ]),
    ),
    [otherKey]: response(others, ['Allow']),
  }
}

function response(of: ProblemName[], headerNames: HeaderName[]) {
  return {
    description: of.map((name) => `${problem(name).title}.`).join(' '),
    ...(headerNames.length > 0 && { headers: refersToHeaders(...headerNames) }),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(
          of.map((name) => [
            name,
            {
              summary: problem(name).title,
              value: problemDocument(name, exampleCall, members[name]),
            },
          ]),
        ),
      },
    },
  }
}

/** The refusals of an operation; whatever else is wrong with a call is under 4XX. */
export const refusals = (...statuses: NamedStatus[]) => ({
  ...Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${keyOf(status)}` }]),
  ),
  '4XX': { $ref: `#/components/responses/${otherKey}` },
})
