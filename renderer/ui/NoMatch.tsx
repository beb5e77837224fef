import SearchOffRounded from '@mui/icons-material/SearchOffRounded'
import Button from '@mui/material/Button'
import { EmptyState } from './EmptyState'

type Props = { title: string; text: string; clearLabel: string; onClear(): void }

/** What is searched or filtered for is not there; one click shows the whole list again. */
export const NoMatch = ({ title, text, clearLabel, onClear }: Props) => (
  <EmptyState
    icon={<SearchOffRounded />}
    title={title}
    text={text}
    action={<Button onClick={() => onClear()}>{clearLabel}</Button>}
  />
)
