'use client'
import { useRouter } from 'next/navigation'
import { Chip, Chips } from '@/components/ui/chip'
import { useIsLive } from '@/components/ui/use-is-live'
import { setPreferenceCookie } from './preference-cookie'

export type PreferenceProps = {
  readonly legend: string
  /** The cookie that remembers it on this device. */
  readonly name: string
  readonly chosen: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly lang?: string }[]
}

/** How the application looks and speaks on this device. What is typed on the page stays. */
export const Preference = ({ legend, name, chosen, options }: PreferenceProps) => {
  const router = useRouter()
  const isLive = useIsLive()
  return (
    <fieldset disabled={!isLive}>
      <legend className="pb-1.5 text-sm text-muted">{legend}</legend>
      <Chips>
        {options.map(({ value, label, lang }) => (
          <Chip
            key={value}
            type="radio"
            name={name}
            lang={lang}
            checked={value === chosen}
            onChange={() => {
              setPreferenceCookie(name, value)
              router.refresh()
            }}
          >
            <span lang={lang}>{label}</span>
          </Chip>
        ))}
      </Chips>
    </fieldset>
  )
}
