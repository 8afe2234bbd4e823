import { useLocale, useTranslations } from 'next-intl'
import { FreeText } from '@/components/ui/free-text'
import { Icon } from '@/components/ui/icon'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { ContactRow } from '@/lib/contacts/contact.schema'
import type { ContactRule } from '@/lib/contacts/contact.view'
import { languageName } from '@/lib/people/country.rules'

/** What is safe about one way to reach someone, in words; without its number. */
export const useContactLabels = () => {
  const t = useTranslations('contacts')
  const locale = useLocale()
  return {
    t,
    facts: (row: ContactRow): string[] =>
      [
        row.whose === ''
          ? t(`owner.${row.owner}`)
          : t('ownerNamed', { owner: t(`owner.${row.owner}`), whose: row.whose }),
        row.sayWeAre === '' ? null : t('says.sayWeAre', { who: row.sayWeAre }),
        row.mayKnow === '' ? t('says.noOne') : t('says.mayKnow', { who: row.mayKnow }),
        row.hours === '' ? null : t('says.hours', { hours: row.hours }),
        row.language === null ? null : languageName(row.language, locale),
        row.confirmedOn === null
          ? t('says.unconfirmed')
          : t('says.confirmed', { on: formatTime(locale, row.confirmedOn, 'day') }),
      ].filter((fact) => fact !== null),
  }
}

/** A way to reach someone with what is safe, wherever they are shown: no one dials before having read it. */
export const ContactLine = ({ row, name = null }: { row: ContactRow; name?: string | null }) => {
  const { t, facts } = useContactLabels()
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {name === null ? null : (
          <bdi dir="auto" translate="no">
            {name}
          </bdi>
        )}
        <span className="text-muted">{t(`channel.${row.channel}`)}</span>
        <bdi translate="no" className="num text-h3 font-semibold wrap-anywhere">
          {row.value}
        </bdi>
        <Tag kind={row.message === 'any' ? 'plain' : 'danger'}>{t(`message.${row.message}`)}</Tag>
      </p>
      <p dir="auto" className="wrap-anywhere">
        {facts(row).join(' · ')}
      </p>
      {row.codeWord === '' ? null : (
        <details className="print:hidden">
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
            {t('codeWord.show')}
          </summary>
          <p dir="auto" translate="no" className="wrap-anywhere">
            {row.codeWord}
          </p>
        </details>
      )}
      <FreeText text={row.words} />
    </div>
  )
}

/** On a paper that goes to a centre or comes from it: how a person is reached without harm, and no number. */
export const SafeRules = ({ rules }: { rules: readonly ContactRule[] }) => {
  const { t } = useContactLabels()
  return rules.map(({ id, channel, owner, message, sayWeAre }) => (
    <p key={id} dir="auto">
      <b>{t(`channel.${channel}`)}</b>{' '}
      {[
        t(`owner.${owner}`),
        t(`message.${message}`),
        sayWeAre === '' ? null : t('says.sayWeAre', { who: sayWeAre }),
      ]
        .filter((fact) => fact !== null)
        .join(' · ')}
    </p>
  ))
}

/** How the people of a file are reached without harm: beside the timeline, and behind the head of every other page. */
export const SafeContacts = ({
  contacts,
  people,
  href,
}: {
  contacts: readonly ContactRow[]
  people: readonly { readonly id: string; readonly names: readonly { readonly text: string }[] }[]
  href: string
}) => {
  const { t } = useContactLabels()
  const nameOf = (row: ContactRow) =>
    people.length < 2 ? null : (people.find(({ id }) => id === row.personId)?.names[0]?.text ?? null)
  if (contacts.length === 0)
    return (
      <Section title={t('title')} action={{ href, label: t('add') }}>
        <p className="text-muted">{t('none')}</p>
      </Section>
    )
  return (
    <section
      aria-label={t('title')}
      className="flex gap-3 rounded border-s-4 border-late bg-late-soft px-4 py-3 print:border"
    >
      <Icon name="phone" className="mt-0.5 size-5 shrink-0 text-late" />
      <ul className="grid min-w-0 gap-2">
        {contacts.map((row) => (
          <li key={row.id}>
            <ContactLine row={row} name={nameOf(row)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
