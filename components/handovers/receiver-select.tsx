'use client'
import { useId } from 'react'
import { controlClass } from '@/components/forms/field'
import { useIsLive } from '@/components/ui/use-is-live'

type Props = {
  readonly label: string
  readonly receivers: readonly { readonly id: string; readonly name: string }[]
  readonly value: string
  readonly empty: string
  readonly onChange: (staffId: string) => void
  readonly isQuiet?: boolean
}

/** A colleague to ask. Quiet: the words of the column and of the file name it, so its own label is only heard. */
export const ReceiverSelect = ({ label, receivers, value, empty, onChange, isQuiet = false }: Props) => {
  const id = useId()
  const isLive = useIsLive()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label htmlFor={id} className={isQuiet ? 'sr-only' : 'text-sm font-semibold'}>
        {label}
      </label>
      <select
        autoComplete="off"
        id={id}
        className={controlClass('min-h-11 max-w-full sm:min-h-9 sm:py-1')}
        disabled={!isLive}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{empty}</option>
        {receivers.map(({ id: staffId, name }) => (
          <option key={staffId} value={staffId}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
