import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leakLimits } from '../../../electron/contract/leak'
import { useNotify } from '../../ui/notify'

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/**
 * Scans what is dropped anywhere in the window while this page is shown. Whether something hangs
 * over the window: leaving one element for the next is no leaving.
 */
export function useDroppedFiles(isTaken: boolean): boolean {
  const { t } = useTranslation('leaks')
  const notify = useNotify()
  const [isOver, setIsOver] = useState(false)

  const take = useEffectEvent(async (files: File[]) => {
    if (!isTaken || files.length === 0) return
    if (files.length > leakLimits.paths) {
      notify.info(t('drop.tooMany', { count: leakLimits.paths }))
      return
    }
    const result = await window.keyward.scanDropped(files)
    if (!result.ok) notify.failure(result.failure)
  })

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsOver(false)
      void take([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])

  return isOver && isTaken
}
