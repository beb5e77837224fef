import TextField from '@mui/material/TextField'

type Props = { label: string; secret: string }

/** All characters of a secret are seen at once: in a narrow window they wrap rather than hide. */
export function SecretField({ label, secret }: Props) {
  return (
    <TextField
      label={label}
      value={secret}
      multiline
      fullWidth
      onFocus={(event) => event.target.select()}
      slotProps={{
        htmlInput: { readOnly: true, spellCheck: false, autoComplete: 'off' },
        input: { sx: { '& textarea': { fontFamily: 'monospace', wordBreak: 'break-all' } } },
      }}
    />
  )
}
