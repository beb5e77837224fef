import { useRef, type ChangeEvent } from 'react'
import { useFormContext } from 'react-hook-form'
import type { EntityForm } from './entity-form'
import { proposeName } from '../../ui/propose-name'

type TitlePath = 'title' | `fields.${number}.title`
type NamePath = 'name' | `fields.${number}.name`

/** The name follows the title until somebody types a name; an emptied name follows again. */
export function useProposedName(titlePath: TitlePath, namePath: NamePath) {
  const { getValues, setValue, formState } = useFormContext<EntityForm>()
  const proposed = useRef(proposeName(getValues(titlePath)))
  return {
    onTitle: (event: ChangeEvent<HTMLInputElement>) => {
      const name = getValues(namePath)
      const next = proposeName(event.target.value)
      if (name === '' || name === proposed.current) {
        setValue(namePath, next, { shouldDirty: true, shouldValidate: formState.isSubmitted })
      }
      proposed.current = next
    },
  }
}
