'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { ChipGroup, RadioGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { editFileRole, leaveFile } from '@/lib/cases/file-people.actions'
import {
  FILE_ROLES,
  type FileRole,
  isKin,
  KIN_BASES,
  type KinBasis,
  LEFT_BECAUSE,
} from '@/lib/cases/file-people.rules'
import type { Day } from '@/lib/shared/dates'

/** What a person is to the main person and, for a kinship, on what that rests. */
export const RoleFields = () => {
  const t = useTranslations('people.inFile')
  const role: unknown = useWatch({ name: 'role' })
  return (
    <>
      <Select
        name="role"
        label={t('field.role')}
        options={toOptions(FILE_ROLES.codes, (one) => t(`role.${one}`))}
      />
      {typeof role === 'string' && isKin(FILE_ROLES.read(role)) ? (
        <ChipGroup
          name="basis"
          label={t('field.basis')}
          options={[
            { value: '', label: t('basis.notAsked') },
            ...toOptions(KIN_BASES.codes, (one) => t(`basis.${one}`)),
          ]}
        />
      ) : null}
    </>
  )
}

type Which = { readonly caseId: string; readonly personId: string; readonly version: number }

/** Corrects what a person is in the file. */
export const RoleForm = ({
  role,
  basis,
  since,
  ...which
}: Which & { readonly role: FileRole; readonly basis: KinBasis | null; readonly since: Day | null }) => {
  const t = useTranslations('people.inFile')
  return (
    <Form
      schema={() => import('@/lib/cases/file-people.schema').then((room) => room.roleSchema)}
      defaultValues={{ ...which, role, basis: basis ?? '', since: since ?? '' }}
      action={editFileRole}
      showValue={(name, value) => {
        if (name === 'role') return t(`role.${FILE_ROLES.read(String(value))}`)
        if (name === 'basis') return t(`basis.${value === '' ? 'notAsked' : KIN_BASES.read(value)}`)
        return typeof value === 'string' && value !== '' ? value : '–'
      }}
    >
      <RoleFields />
      <DateField name="since" label={t('field.since')} hint={t('field.sinceHint')} />
      <FormFooter>{t('roleSave')}</FormFooter>
    </Form>
  )
}

/** Takes someone out of the file, with the day and the reason. */
export const LeaveForm = ({ today, ...which }: Which & { readonly today: Day }) => {
  const t = useTranslations('people.inFile')
  return (
    <Form
      schema={() => import('@/lib/cases/file-people.schema').then((room) => room.leaveSchema)}
      defaultValues={{ ...which, on: today, because: 'own_file' }}
      action={leaveFile}
    >
      <p className="text-sm text-muted">{t('leaveWhat')}</p>
      <RadioGroup
        name="because"
        label={t('field.because')}
        options={toOptions(LEFT_BECAUSE.codes, (one) => t(`because.${one}`))}
      />
      <DateField name="on" label={t('field.on')} today={today} />
      <FormFooter kind="danger">{t('leaveSave')}</FormFooter>
    </Form>
  )
}
