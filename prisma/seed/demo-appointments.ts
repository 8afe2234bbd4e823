import type { Prisma } from '../../lib/db/generated/client'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import { INTERPRETERS } from './demo-partner-rows'
import type { Known } from './demo-people'
import type { Encrypter } from './encrypter'

const NOTHING = { address: '', contact: '', interpreter: '', preparation: '', reason: '', outcome: '' }

/** What is invented of some people: days from today, and who goes along. */
const APPOINTMENTS = [
  {
    kind: 'lawyer',
    days: -3,
    startsAt: '14:00',
    endsAt: '15:00',
    goesAlong: false,
    interpreter: null,
    state: 'planned',
    details: { address: 'Rue Inventée 12, 1000 Bruxelles', contact: 'Me Exemple' },
  },
  {
    kind: 'doctor',
    days: 1,
    startsAt: '09:30',
    endsAt: '10:15',
    goesAlong: true,
    interpreter: { interpreterLanguage: 'ti', interpreterWay: 'telephone', interpreterState: 'asked' },
    state: 'planned',
    details: {
      address: 'Polyclinique inventée, 3e étage',
      preparation: 'Carte médicale, liste des médicaments',
    },
  },
  {
    kind: 'administration',
    days: 3,
    startsAt: '11:00',
    endsAt: null,
    goesAlong: true,
    interpreter: null,
    state: 'planned',
    details: { address: 'Maison communale', preparation: 'Annexe, deux photos' },
  },
  {
    kind: 'social_service',
    days: -10,
    startsAt: '10:00',
    endsAt: null,
    goesAlong: false,
    interpreter: null,
    state: 'missed',
    details: { address: 'CPAS', reason: 'Le train était annulé.' },
  },
  {
    kind: 'lawyer',
    days: -20,
    startsAt: '16:00',
    endsAt: '17:00',
    goesAlong: true,
    interpreter: { interpreterLanguage: 'ar', interpreterWay: 'in_person', interpreterState: 'came' },
    state: 'kept',
    details: { contact: 'Me Exemple', outcome: 'Le recours est préparé ; il manque un certificat.' },
  },
] as const

/** Appointments of the last weeks and of the next days: one of which no one said what came, one missed, one kept. */
export const insertDemoAppointments = async (
  tx: Prisma.TransactionClient,
  {
    known,
    today,
    encrypter,
    partners,
  }: {
    readonly known: readonly Known[]
    readonly today: Day
    readonly encrypter: Encrypter
    /** Of partners the id by the name. */
    readonly partners: ReadonlyMap<string, string>
  },
): Promise<void> => {
  const rows = APPOINTMENTS.flatMap((one, index): Prisma.AppointmentCreateManyInput[] => {
    const file = known[index]
    if (file === undefined) return []
    const { caseId, personId, worker } = file
    const { kind, days, startsAt, endsAt, goesAlong, interpreter, state, details } = one
    const isBooked = interpreter?.interpreterLanguage === 'ti'
    const id = newId()
    return [
      {
        id,
        subjectId: id,
        revision: 1,
        caseId,
        personId,
        kind,
        onDay: toDate(addDays(today, days)),
        startsAt,
        endsAt,
        companionId: goesAlong ? worker.id : null,
        ...interpreter,
        bookedPartnerId: isBooked ? (partners.get(INTERPRETERS) ?? null) : null,
        state,
        createdBy: worker.id,
        detailsCipher: encrypter.encrypt(
          { kind: 'file', id: caseId },
          'appointment',
          id,
          'details',
          1,
          JSON.stringify({ ...NOTHING, ...(isBooked ? { interpreter: INTERPRETERS } : {}), ...details }),
        ),
      },
    ]
  })
  await tx.appointment.createMany({ data: rows })
}
