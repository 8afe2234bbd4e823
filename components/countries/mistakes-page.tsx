import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'
import { countryPath } from '@/lib/countries/address.rules'
import type { Profile } from '@/lib/countries/entry.data'
import type { ReportedMistake, Subject } from '@/lib/countries/mistake.rules'
import { inLanguage } from '@/lib/countries/wording.rules'
import { CountryFrame } from './country-frame'
import { MistakeForm } from './mistake-form'
import { MistakeList } from './mistake-list'

/** What someone reports as wrong, and what they reported before with what was done about it. */
export const MistakesPage = ({
  profile,
  subject,
  mine,
}: {
  profile: Profile
  /** Null when nothing is to be reported: the page then shows the answers. */
  subject: Subject | null
  mine: readonly ReportedMistake[]
}) => {
  const t = useTranslations('countries.mistakes')
  const locale = useLocale()
  return (
    <CountryFrame page={null} profile={profile} title={t('title')} lead={t('lead')}>
      <div className="grid max-w-3xl gap-6">
        {subject === null ? null : (
          <section aria-labelledby="report">
            <h2 id="report">
              <TextLink href={subject.href}>{inLanguage(subject.label, locale)}</TextLink>
            </h2>
            <MistakeForm
              country={profile.country}
              about={subject.about}
              slug={subject.slug}
              doneHref={countryPath(profile.country, 'mistakes')}
            />
          </section>
        )}
        <section aria-labelledby="mine">
          <h2 id="mine">{t('mine')}</h2>
          {mine.length === 0 ? (
            <p className="mt-1 text-muted">{t('none')}</p>
          ) : (
            <MistakeList mistakes={mine} canAnswer={false} />
          )}
        </section>
      </div>
    </CountryFrame>
  )
}
