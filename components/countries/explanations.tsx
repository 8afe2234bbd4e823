import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { RowLink } from '@/components/ui/text-link'
import { bodyPath, countryPath, factPath } from '@/lib/countries/address.rules'
import { type Beside, type Explanation, explanationsBeside, type See } from '@/lib/countries/at-hand.rules'
import { formatDay, inLanguage } from '@/lib/countries/wording.rules'
import { HERE } from '@/lib/shared/here'

/** More names than these make the line above a form longer than the form. */
const NAMED = 3

/** The words of a form, explained from the reference data: opened by the browser itself, no script is sent for it. */
export const Explanations = ({
  explanations,
  beside,
}: {
  explanations: readonly Explanation[]
  beside: Beside
}) => {
  const t = useTranslations('countries')
  const format = useFormatter()
  const locale = useLocale()
  const own = explanationsBeside(explanations, beside)
  if (own.length === 0) return null
  const names = own.map(({ label }) => inLanguage(label, locale))
  const shown =
    names.length > NAMED + 1
      ? [...names.slice(0, NAMED), t('atHand.more', { count: names.length - NAMED })]
      : names
  return (
    <details className="mb-2 print:hidden">
      <summary className="min-h-11 py-2.5 text-sm text-link sm:min-h-8 sm:py-1.5">
        <span className="font-semibold">{t('atHand.explained')}</span>{' '}
        <span className="text-muted">{format.list(shown)}</span>
      </summary>
      <dl className="grid gap-3 pb-3 text-sm">
        {own.map((one) => (
          <div key={one.slug} className="border-s-2 border-accent-edge ps-3">
            <dt className="flex flex-wrap items-baseline gap-x-2 font-semibold">
              {inLanguage(one.label, locale)}
              {one.isUnsure ? <Tag kind="late">{t('toConfirm')}</Tag> : null}
            </dt>
            <dd className="max-w-prose">{inLanguage(one.text, locale)}</dd>
            <dd className="text-muted">
              {t('atHand.source')} <span lang="en">{one.source}</span>,{' '}
              {t('atHand.readOn', { on: formatDay(one.recordedOn, locale) })}
            </dd>
            <SeeMore one={one} />
          </div>
        ))}
      </dl>
    </details>
  )
}

const SeeMore = ({ one: { law, body, fact } }: { one: Explanation }) => {
  const links = [
    law === null ? null : { see: law, href: `${countryPath(HERE, 'laws')}#${law.slug}` },
    body === null ? null : { see: body, href: bodyPath(HERE, body.slug) },
    fact === null ? null : { see: fact, href: factPath({ country: HERE, slug: fact.slug }) },
  ].filter((link) => link !== null)
  if (links.length === 0) return null
  return (
    <dd className="flex flex-wrap gap-x-4">
      {links.map(({ see, href }) => (
        <SeeLink key={href} see={see} href={href} />
      ))}
    </dd>
  )
}

const SeeLink = ({ see, href }: { see: See; href: string }) => {
  const locale = useLocale()
  return <RowLink href={href}>{inLanguage(see.label, locale)}</RowLink>
}
