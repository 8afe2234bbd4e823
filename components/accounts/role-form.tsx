'use client'
import { useTranslations } from 'next-intl'
import { CheckboxGroup, RadioGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { namedOptions, toOptions } from '@/components/forms/options'
import type { ColleagueDetails, TeamChoice } from '@/lib/accounts/account.view'
import { changeRole } from '@/lib/accounts/administration.actions'
import { ROLES } from '@/lib/shared/roles'

export const RoleForm = ({
  colleague: { id, role, teamIds, version },
  teams,
}: {
  colleague: ColleagueDetails
  teams: readonly TeamChoice[]
}) => {
  const t = useTranslations('accounts')
  const words = new Map([
    ...ROLES.codes.map((value): [string, string] => [value, t(`role.${value}`)]),
    ...teams.map(({ id: teamId, name }): [string, string] => [teamId, name]),
  ])
  return (
    <Form
      schema={() => import('@/lib/accounts/account.schema').then((room) => room.roleSchema)}
      defaultValues={{ staffId: id, version, role, teamIds }}
      action={changeRole}
      showValue={(_name, value) =>
        (Array.isArray(value) ? value : [value])
          .map((one) => words.get(String(one)) ?? String(one))
          .join(', ')
      }
    >
      <RadioGroup
        name="role"
        label={t('people.role')}
        options={toOptions(ROLES.codes, (one) => t(`role.${one}`))}
      />
      <CheckboxGroup
        name="teamIds"
        label={t('people.offices')}
        hint={t('invite.teamHint')}
        options={namedOptions(teams)}
      />
      <FormFooter kind="quiet">{t('colleague.saveRole')}</FormFooter>
    </Form>
  )
}
