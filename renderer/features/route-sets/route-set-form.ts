import type { FieldPath } from 'react-hook-form'
import type * as z from 'zod'
import type { RouteSet, RouteSetChange } from '../../../electron/contract/route-set'

/** The route set as it is being changed. */
export type RouteSetForm = z.input<typeof RouteSetChange>

export type RuleForm = RouteSetForm['rules'][number]

export const formOf = (routeSet: RouteSet): RouteSetForm => {
  const { id, version, title, enabled, proxies, rules } = routeSet
  return { id, version, title, enabled, proxies, rules }
}

export const newRule = (): RuleForm => ({
  host: null,
  methods: [],
  path: '',
  entity: null,
  permission: 'by_method',
})

/** Whether main blamed an input that this form shows. */
export const isFieldPath = (path: string): path is FieldPath<RouteSetForm> =>
  /^(title|proxies|rules\.\d+\.(host|methods|path|entity|permission))$/.test(path)
