import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'

const control = 'min-h-11 w-full rounded border border-edge bg-surface px-3 text-base'

/** A filter that lives in the address: a plain form, so it works before any script has loaded. */
export const FilterForm = ({
  label,
  action,
  isFiltered,
  children,
}: {
  label: string
  action: string
  isFiltered: boolean
  children: ReactNode
}) => {
  const t = useTranslations('countries.filter')
  return (
    <search aria-label={label} data-print="no" className="mb-3 block">
      <form autoComplete="off" action={action} method="get" className="flex flex-wrap items-end gap-3">
        {children}
        <Button type="submit">{t('apply')}</Button>
        {isFiltered ? (
          <LinkButton kind="plain" href={action}>
            {t('clear')}
          </LinkButton>
        ) : null}
      </form>
    </search>
  )
}

export const FilterWords = ({ value }: { value: string }) => {
  const t = useTranslations('countries.filter')
  const id = useId()
  return (
    <div className="grid grow gap-1 max-sm:basis-full sm:max-w-xs">
      <label htmlFor={id} className="sr-only">
        {t('text')}
      </label>
      <input
        autoComplete="off"
        id={id}
        type="search"
        name="q"
        placeholder={t('text')}
        defaultValue={value}
        maxLength={100}
        className={control}
      />
    </div>
  )
}

export type Option = { readonly value: string; readonly label: string }

export const FilterChoice = ({
  name,
  label,
  all,
  value,
  options,
}: {
  name: string
  label: string
  /** What no choice means; null where something is always chosen. */
  all: string | null
  value: string | null
  options: readonly Option[]
}) => {
  const id = useId()
  return (
    <div className="grid min-w-0 gap-1 max-sm:basis-36 max-sm:grow">
      {/* Its first choice says what it is about: “All sectors”. */}
      <label htmlFor={id} className={all === null ? 'text-sm font-semibold' : 'sr-only'}>
        {label}
      </label>
      <select autoComplete="off" id={id} name={name} defaultValue={value ?? ''} className={control}>
        {all === null ? null : <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
