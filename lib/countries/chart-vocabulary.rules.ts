// The closed vocabularies of charts and of what a profile names.

import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** How a group of figures is drawn; a list is not drawn at all, because its parts make no whole. */
export const CHART_FORMS = vocabulary('countries.chart-forms', [
  'columns',
  'dots',
  'bars',
  'parts',
  'waffle',
  'tiles',
  'balance',
  'grouped',
  'ranges',
  'figure',
  'list',
])
export type ChartForm = CodeOf<typeof CHART_FORMS>

/** What names the marks of a chart, unless an item has a label of its own. */
export const CHART_NAMES = vocabulary('countries.chart-names', [
  'year',
  'country',
  'continent',
  'place',
  'label',
])
export type ChartNames = CodeOf<typeof CHART_NAMES>

/** Why a profile names a nationality. */
export const NATIONALITY_ROLES = vocabulary('countries.nationality-roles', [
  'resident-community',
  'border',
  'comparison',
  'asylum-origin',
  'resettlement',
  'humanitarian-corridor',
  'resettlement-departure',
  'corridor-departure',
  'safe-country',
  'uam-origin',
  'uam-asylum-origin',
  'uam-not-applying',
  'trafficking-origin',
  'transit-migrants',
  'transit-destination',
  'secondary-movement-from',
  'emigration-destination',
  'emigration-ranking',
  'church-mission',
  'route',
])
export type NationalityRole = CodeOf<typeof NATIONALITY_ROLES>
