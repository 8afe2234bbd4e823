'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { FilterBox } from '@/components/forms/filter-box'
import { PhoneFold } from '@/components/ui/phone-fold'
import { REGIONS } from '@/lib/countries/help-body.rules'
import { fits, PARTNER_KINDS, type Partner } from '@/lib/partners/partner.rules'
import type { NamedCode } from '@/lib/people/country-list.rules'

export type PartnerLine = Pick<Partner, 'id' | 'name' | 'takes' | 'kind' | 'spoken' | 'regions'> & {
  readonly line: ReactNode
}

/** Partners by words, kind, language and region. What is typed may be a person’s name: it goes into no address. */
export const PartnerList = ({
  partners,
  languages,
}: {
  partners: readonly PartnerLine[]
  /** Those that are spoken by any of them. */
  languages: readonly NamedCode[]
}) => {
  const t = useTranslations('partners')
  const [filter, setFilter] = useState({ words: '', kind: '', language: '', region: '' })
  const found = partners.filter((partner) => fits(partner, filter))
  const kinds = PARTNER_KINDS.codes.filter((kind) => partners.some((partner) => partner.kind === kind))
  const choose = (part: keyof typeof filter) => (chosen: string) => setFilter({ ...filter, [part]: chosen })
  return (
    <>
      <search
        aria-label={t('find.label')}
        data-print="no"
        className="flex flex-wrap items-center gap-x-3 gap-y-1 lg:flex-nowrap"
      >
        <div className="min-w-0 grow basis-52 lg:max-w-sm">
          <FilterBox label={t('find.words')} typed={filter.words} onType={choose('words')} />
        </div>
        {/* On a phone beside the words; open they take the lines below. */}
        <div className="min-w-0 has-[details[open]]:basis-full sm:grow sm:basis-full lg:basis-96">
          <PhoneFold label={t('find.more')}>
            <div className="grid gap-3 sm:grid-cols-3">
              <Choice
                label={t('field.kind')}
                all={t('find.anyKind')}
                chosen={filter.kind}
                onChoose={choose('kind')}
                options={kinds.map((code) => ({ code, name: t(`kind.${code}`) }))}
              />
              <Choice
                label={t('find.language')}
                all={t('find.anyLanguage')}
                chosen={filter.language}
                onChoose={choose('language')}
                options={languages}
              />
              <Choice
                label={t('find.region')}
                all={t('find.anyRegion')}
                chosen={filter.region}
                onChoose={choose('region')}
                options={REGIONS.codes.map((code) => ({ code, name: t(`region.${code}`) }))}
              />
            </div>
          </PhoneFold>
        </div>
      </search>
      <p role="status" className="mt-2 text-sm text-muted">
        {t('find.found', { count: found.length })}
      </p>
      <ul className="mt-1 border-t border-hair">
        {found.map(({ id, line }) => (
          <li key={id} className="border-b border-hair py-1">
            {line}
          </li>
        ))}
      </ul>
    </>
  )
}

const Choice = ({
  label,
  all,
  chosen,
  onChoose,
  options,
}: {
  label: string
  all: string
  chosen: string
  onChoose: (chosen: string) => void
  options: readonly NamedCode[]
}) => {
  const id = useId()
  return (
    <div className="grid min-w-0">
      {/* Its first choice says what it is about: “All languages”. */}
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <select
        autoComplete="off"
        id={id}
        value={chosen}
        onChange={({ target }) => onChoose(target.value)}
        className="control min-h-11 w-full"
      >
        <option value="">{all}</option>
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
