import type { NewSavedView, SavedView, SavedViewId, SavedViewList } from '../contract/saved-view'
import { accepted } from './accepted'
import type { Means } from './means'

export type SavedViewService = ReturnType<typeof createSavedViewService>

/**
 * Filters that somebody wants again. They are a person's own and change nothing that calls are
 * judged by or that others see: auditors keep theirs too, and the activity log has nothing to say.
 */
export function createSavedViewService({
  store,
  session,
  now,
  announce,
}: Pick<Means, 'store' | 'session' | 'now' | 'announce'>) {
  const ownId = async () => (await session.actor()).id

  const list = async (which: SavedViewList): Promise<SavedView[]> =>
    store.savedViews.list(await ownId(), which)

  async function save(view: NewSavedView): Promise<SavedView> {
    const userId = await ownId()
    const saved = accepted(await store.savedViews.insert({ ...view, userId, at: now() }), {
      view_name_taken: 'name',
    })
    announce('saved_views')
    return saved
  }

  async function remove(id: SavedViewId): Promise<void> {
    await store.savedViews.delete(await ownId(), id)
    announce('saved_views')
  }

  return { list, save, remove }
}
