import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { ActionButton } from '@/components/forms/action-button'
import { NewRow } from '@/components/forms/new-row'
import { Fold } from '@/components/ui/fold'
import { RowFold } from '@/components/ui/row-fold'
import { Tag } from '@/components/ui/tag'
import { closeOffice } from '@/lib/configuration/configuration.actions'
import type { Edition } from '@/lib/configuration/edition.rules'
import type { Office } from '@/lib/configuration/office.data'
import { knewOf } from '@/lib/configuration/setting.view'
import { LOCALE_NAMES, toLocale } from '@/lib/i18n/locales'
import { SettingsFrame } from './frame'
import { History, isAsked } from './history'
import { MergeOfficeForm, OfficeForm } from './office-form'

const shape = z.object({ name: z.string(), closed: z.boolean(), into: z.nullish(z.string()) })

/** The offices of the organisation: added, renamed, closed, merged. */
export const OfficesPage = ({
  offices,
  editions,
}: {
  offices: readonly Office[]
  editions: readonly Edition[]
}) => {
  const t = useTranslations('settings.offices')
  const nameOf = (officeId: string | null | undefined) => offices.find(({ id }) => id === officeId)?.name
  const wordsOf = (value: unknown): string => {
    if (value === null) return t('notYet')
    const { name, closed, into } = shape.parse(value)
    const other = nameOf(into)
    return other !== undefined
      ? t('mergedOne', { name, into: other })
      : closed
        ? t('closedOne', { name })
        : name
  }
  return (
    <SettingsFrame page="offices">
      <ul>
        {offices.map(({ id, name, locale, isClosed, into }) => {
          const own = editions.filter(({ item }) => item === id)
          const language = toLocale(locale)
          const other = nameOf(into)
          const targets = offices.filter((one) => one.id !== id && !one.isClosed)
          const isTarget = offices.some((one) => one.into === id)
          return (
            <li key={id}>
              <RowFold
                press={t('change')}
                of={name}
                isOpen={isAsked(own)}
                line={
                  <>
                    <b dir="auto" className="font-semibold wrap-anywhere">
                      {name}
                    </b>
                    {language === null ? null : (
                      <span className="text-sm text-muted">{LOCALE_NAMES[language]}</span>
                    )}
                    {other === undefined ? null : <Tag>{t('mergedInto', { into: other })}</Tag>}
                    {isClosed && other === undefined ? <Tag kind="done">{t('closed')}</Tag> : null}
                  </>
                }
              >
                <OfficeForm
                  key={knewOf(own)}
                  fields={{ teamId: id, name, locale: locale ?? '', knew: knewOf(own), reason: '' }}
                />
                {other !== undefined ? null : (
                  <div className="border-t border-hair pt-3">
                    <p className="max-w-prose text-sm text-muted">{t('closing')}</p>
                    <ActionButton
                      action={closeOffice}
                      input={{ teamId: id, isClosed: !isClosed, knew: knewOf(own) }}
                      kind="plain"
                    >
                      {t(isClosed ? 'reopen' : 'close')}
                      <span className="sr-only">: {name}</span>
                    </ActionButton>
                  </div>
                )}
                {isTarget || other !== undefined || targets.length === 0 ? null : (
                  <Fold label={t('merge')} of={name}>
                    <MergeOfficeForm
                      key={knewOf(own)}
                      fields={{ teamId: id, into: '', knew: knewOf(own), reason: '' }}
                      targets={targets.map((one) => ({ id: one.id, name: one.name }))}
                    />
                  </Fold>
                )}
                <History of={name} editions={own} wordsOf={wordsOf} />
              </RowFold>
            </li>
          )
        })}
      </ul>
      <div className="pt-4">
        <NewRow isMain label={t('new')} isOpen={offices.length === 0}>
          <OfficeForm
            key={offices.length}
            fields={{ teamId: '', name: '', locale: '', knew: '', reason: '' }}
          />
        </NewRow>
      </div>
    </SettingsFrame>
  )
}
