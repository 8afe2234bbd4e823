import type { ReactNode } from 'react'
import type { Option } from '@/components/forms/choices'
import { FreeText } from '@/components/ui/free-text'
import { TextLink } from '@/components/ui/text-link'
import { bodyPath } from '@/lib/countries/address.rules'
import { isStale, type Partner } from '@/lib/partners/partner.rules'
import type { Day } from '@/lib/shared/dates'
import { HERE } from '@/lib/shared/here'
import { usePartnerLabels } from './partner-labels'
import { Mail, Phone } from './partner-reach'

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="sm:contents">
    <dt className="text-sm font-semibold sm:pt-1">{label}</dt>
    <dd dir="auto" className="min-w-0 wrap-anywhere">
      {children}
    </dd>
  </div>
)

/** What is known of a partner; what is not known takes no line. */
export const Facts = ({
  partner,
  bodies,
  today,
}: {
  partner: Partner
  bodies: readonly Option[]
  today: Day
}) => {
  const { t, languages, regions, day } = usePartnerLabels()
  const { phone, email, hours, howTo, takes, ages, spoken, checkedOn, actorSlug } = partner
  const body = bodies.find(({ value }) => value === actorSlug)
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(9rem,auto)_1fr]">
      {phone === '' ? null : (
        <Fact label={t('field.phone')}>
          <Phone phone={phone} />
        </Fact>
      )}
      {email === '' ? null : (
        <Fact label={t('field.email')}>
          <Mail email={email} />
        </Fact>
      )}
      {hours === '' ? null : <Fact label={t('field.hours')}>{hours}</Fact>}
      {howTo === '' ? null : (
        <Fact label={t('field.howTo')}>
          <FreeText text={howTo} />
        </Fact>
      )}
      <Fact label={t('field.ages')}>{t(`ages.${ages}`)}</Fact>
      {takes === '' ? null : <Fact label={t('takes')}>{takes}</Fact>}
      {spoken.length === 0 ? null : <Fact label={t('field.languages')}>{languages(spoken)}</Fact>}
      <Fact label={t('field.regions')}>{regions(partner.regions)}</Fact>
      <Fact label={t('field.checkedOn')}>
        {checkedOn === null
          ? t('neverChecked')
          : isStale(partner, today)
            ? t('checkedLongAgo', { on: day(checkedOn) })
            : day(checkedOn)}
      </Fact>
      {body === undefined ? null : (
        <Fact label={t('field.body')}>
          <TextLink href={bodyPath(HERE, body.value)}>{body.label}</TextLink>
        </Fact>
      )}
    </dl>
  )
}
