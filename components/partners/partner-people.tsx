import { ActionButton } from '@/components/forms/action-button'
import { Fold } from '@/components/ui/fold'
import { Section } from '@/components/ui/section'
import { removePartnerPerson } from '@/lib/partners/partner.actions'
import type { Partner } from '@/lib/partners/partner.rules'
import type { PartnerPersonInput } from '@/lib/partners/partner.schema'
import { emptyPerson } from '@/lib/partners/partner.view'
import type { Day } from '@/lib/shared/dates'
import type { LanguageChoice } from './languages-field'
import { usePartnerLabels } from './partner-labels'
import { Mail, Phone } from './partner-reach'
import { PersonForm } from './person-form'

/** Who is at a partner, with what an interpreter has signed. */
export const People = ({
  partner,
  people,
  languages,
  canKeep,
  today,
}: {
  partner: Partner
  people: readonly PartnerPersonInput[]
  languages: readonly LanguageChoice[]
  canKeep: boolean
  today: Day
}) => {
  const { t, languages: inWords, day, facts } = usePartnerLabels()
  const interprets = partner.kind === 'interpreter'
  return (
    <Section title={t('people')}>
      {people.length === 0 ? <p className="text-muted">{t('noPeople')}</p> : null}
      <ul className="grid gap-3">
        {people.map((person) => {
          const { partnerId, partnerPersonId, version, name, role, phone, email, ways, signedUntil } = person
          return (
            <li key={partnerPersonId} className="border-b border-hair pb-2">
              <p>
                <bdi className="font-semibold wrap-anywhere">{name}</bdi>
                {role === '' ? null : (
                  <span dir="auto" className="text-muted">
                    {' · '}
                    {role}
                  </span>
                )}
              </p>
              <p className="flex flex-wrap gap-x-4">
                {phone === '' ? null : <Phone phone={phone} />}
                {email === '' ? null : <Mail email={email} />}
              </p>
              <p className="text-sm text-muted">
                {facts([
                  inWords(person.languages),
                  ...ways.map((way) => t(`way.${way}`)),
                  signedUntil === ''
                    ? ''
                    : t(signedUntil < today ? 'signedOver' : 'signed', { on: day(signedUntil) }),
                ])}
              </p>
              {canKeep ? (
                <div className="flex flex-wrap items-start gap-x-5">
                  <Fold label={t('change')} of={name}>
                    <PersonForm key={version} fields={person} {...{ languages, interprets }} />
                  </Fold>
                  <Fold label={t('person.gone')} of={name}>
                    <p className="mb-2 text-sm text-muted">{t('person.goneWhat')}</p>
                    <ActionButton
                      action={removePartnerPerson}
                      input={{ partnerId, partnerPersonId, version }}
                      kind="plain"
                    >
                      {t('person.remove')}
                      <span className="sr-only">: {name}</span>
                    </ActionButton>
                  </Fold>
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
      {canKeep ? (
        <Fold label={t('person.new')}>
          <PersonForm key={people.length} fields={emptyPerson(partner.id)} {...{ languages, interprets }} />
        </Fold>
      ) : null}
    </Section>
  )
}
