'use client'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'

/**
 * Whether someone has begun to write in `name`, the field that alone is shown until then, so that what is there already stands on the
 * first screen. A text that was kept counts as begun: it is never folded away.
 */
export const useBegun = (name: string) => {
  const { control } = useFormContext()
  const text: unknown = useWatch({ control, name })
  const [hasFocus, setHasFocus] = useState(false)
  return { isBegun: hasFocus || (text !== '' && text !== undefined), begin: () => setHasFocus(true) }
}
