import type { RouteSetId } from '../../../electron/contract/id'
import { useAnswer } from '../../keyward'
import { useMay } from '../../ui/useMay'
import { RouteSetEditor } from './RouteSetEditor'

export function RulesTab({ routeSetId }: { routeSetId: RouteSetId }) {
  const may = useMay()
  // A failure is shown by the page around, which asks the same.
  const { data: routeSet } = useAnswer('routeSets.get', { id: routeSetId })
  return routeSet ? (
    <RouteSetEditor routeSet={routeSet} readOnly={!may('routeSets.change')} />
  ) : null
}
