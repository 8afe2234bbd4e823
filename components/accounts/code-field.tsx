import { TextField } from '@/components/forms/text-field'

/** A code of the app of codes, or a recovery code. */
export const CodeField = ({ label, hint }: { label: string; hint: string }) => (
  <TextField
    name="code"
    label={label}
    hint={hint}
    width="name"
    autoComplete="one-time-code"
    spellCheck={false}
    translate="no"
  />
)
