import type { FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { rawHeader } from './raw-headers'
import { Problem } from './respond'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The media types that this address answers with, where it is not JSON. */
    answers?: readonly string[]
  }
}

/** Both kinds: a caller that wants problems only gets what it can read of them. */
const json = ['application/json; charset=utf-8', 'application/problem+json']

const token = String.raw`[\w!#$%&'*+.^\x60|~-]+`
const parameter = String.raw`[ \t]*;[ \t]*${token}=(?:${token}|"[^"\\]*")`
const range = String.raw`${token}/${token}(?:${parameter})*`
const rangeList = new RegExp(String.raw`^${range}(?:[ \t]*,[ \t]*${range})*$`)

/**
 * Refuses a call whose Accept excludes every media type of the address (RFC 9110, section 12.5.1).
 * Without one, or with one that cannot be read, anything is accepted; so it is where a body is not
 * expected. Asked behind the authorization: who may not call learns nothing here.
 */
export async function refuseUnacceptable(request: FastifyRequest, _reply: FastifyReply) {
  const accept = rawHeader(request.raw, 'accept').join(', ')
  if (request.method === 'DELETE' || !rangeList.test(accept)) return
  const types = request.routeOptions.config.answers ?? json
  const accepted = new Negotiator({ headers: { accept } }).mediaTypes([...types])
  if (accepted.length === 0) throw new Problem('not-acceptable')
}
