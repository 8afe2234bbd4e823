import { useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { isSecretKind } from '@/lib/cases/case.rules'
import { toWords } from '@/lib/cases/word.view'
import type { FieldPageData } from '@/lib/fields/field-page.data'
import { FieldForm } from './field-form'
import { useFieldLabels } from './field-labels'
import { StateForm, UndoForm } from './state-form'

/** One own field for its admins: what it is, the next edition with its preview, what depends on it, how much it is answered, and what it was. */
export const FieldPage = ({
  field,
  fields,
  needed,
  band,
  languages,
  offices,
  words,
  choices,
}: FieldPageData) => {
  const t = useTranslations('fields.editor')
  const labels = useFieldLabels(choices)
  const kinds = toWords(words, useLocale())
    .options('case_kind')
    .filter(({ value }) => !isSecretKind(value))
  const name = labels.name(field)
  return (
    <>
      <PageTitle title={name} above={<Link href="/settings/fields">{t('title')}</Link>}>
        {[t(`owner.${field.owner}`), t(`type.${field.type}`), t(`class.${field.fieldClass}`)].join(' · ')}
      </PageTitle>
      <div className="grid max-w-3xl gap-6">
        {field.now.state === 'retired' ? (
          <p>
            <Tag kind="done">{t('retired')}</Tag> {t('retireWhat')}
          </p>
        ) : null}
        <FieldForm
          key={field.now.edition}
          field={field}
          fields={fields}
          languages={languages}
          offices={offices}
          kinds={kinds}
          choices={choices}
        />
        <Section title={t('breaks')}>
          {needed.length === 0 ? (
            <p className="text-dense text-muted">{t('breaksNone')}</p>
          ) : (
            <ul className="grid gap-1 text-dense">
              {needed.map((one) => (
                <li key={one.id}>
                  <Link href={`/settings/fields/${one.id}`}>
                    {t('breaksField', { name: labels.name(one) })}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={t('use')}>
          <p className="text-dense">{band === null ? t('usage.none') : t(`usage.${band}`)}</p>
          <p className="text-sm text-muted">
            {t('key')}: <code translate="no">own:{field.key}</code>
          </p>
        </Section>
        <Section title={t('editions')}>
          <ol className="grid gap-1 text-dense">
            {[...field.editions].reverse().map(({ edition, because, publishedAt, undoes, state }) => (
              <li key={edition}>
                {t('editionLine', {
                  edition,
                  day: formatTime(labels.locale, publishedAt, 'day'),
                  because,
                })}
                {state === 'retired' ? ` · ${t('retired')}` : ''}
                {undoes === null ? '' : ` · ${t('undoes', { edition: undoes })}`}
              </li>
            ))}
          </ol>
          <div className="flex flex-wrap gap-x-5">
            <Fold label={t(field.now.state === 'live' ? 'retire' : 'bringBack')} of={name}>
              <StateForm
                fieldId={field.id}
                version={field.now.edition}
                state={field.now.state === 'live' ? 'retired' : 'live'}
              />
            </Fold>
            {field.editions.length < 2 ? null : (
              <Fold label={t('undo')} of={name}>
                <UndoForm fieldId={field.id} version={field.now.edition} />
              </Fold>
            )}
          </div>
        </Section>
      </div>
    </>
  )
}
