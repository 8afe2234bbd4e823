'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { RadioGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { startHandover } from '@/lib/handovers/handover.actions'
import { KINDS } from '@/lib/handovers/handover.rules'
import type { Holder } from '@/lib/handovers/prepare.data'

/** Whose files, and for how long. */
export const StartForm = ({ holders, chosen }: { holders: readonly Holder[]; chosen: string }) => {
  const t = useTranslations('handovers')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/handovers/handover.schema').then((room) => room.startSchema)}
      defaultValues={{ colleague: chosen, kind: 'permanent', until: '' }}
      action={startHandover}
      onSaved={({ handoverId }) => router.push(`/handovers/${handoverId}`)}
    >
      {(form) => (
        <>
          <Select
            name="colleague"
            label={t('start.who')}
            empty={t('choose')}
            options={holders.map(({ staffId, teamId, name, team, files, inDanger }) => ({
              value: `${staffId}:${teamId}`,
              label: [
                name,
                team,
                t('files', { count: files }),
                ...(inDanger === 0 ? [] : [t('start.inDanger', { count: inDanger })]),
              ].join(' · '),
            }))}
          />
          <RadioGroup
            name="kind"
            label={t('start.howLong')}
            options={KINDS.codes.map((kind) => ({
              value: kind,
              label: t(`start.kind.${kind}`),
              hint: t(`start.hint.${kind}`),
            }))}
          />
          {form.watch('kind') === 'temporary' ? (
            <DateField name="until" label={t('start.until')} hint={t('start.untilHint')} />
          ) : null}
          <FormFooter>{t('start.prepare')}</FormFooter>
        </>
      )}
    </Form>
  )
}
