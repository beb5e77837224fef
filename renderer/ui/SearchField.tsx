import SearchRounded from '@mui/icons-material/SearchRounded'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useEffect, useState } from 'react'
import { narrowWindow } from './narrow-window'

type Props = { label: string; value: string; onChange: (search: string) => void }

/** Asks only when the typing pauses; a list is not fetched for every letter. */
export function SearchField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value)
  const [given, setGiven] = useState(value)
  // The address may change from elsewhere: filters taken away, or going back.
  if (value !== given) {
    setGiven(value)
    if (value !== typed.trim()) setTyped(value)
  }

  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onChange(typed.trim()), 200)
    return () => clearTimeout(timer)
  })

  return (
    <TextField
      type="search"
      size="small"
      label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      slotProps={{
        htmlInput: { maxLength: 120, spellCheck: false },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchRounded aria-hidden fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
      sx={{ width: 280, minWidth: 120, [narrowWindow]: { width: 220 } }}
    />
  )
}
