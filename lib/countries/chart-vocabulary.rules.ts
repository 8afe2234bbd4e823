// The closed vocabularies of charts and of what a profile names.

/** How a group of figures is drawn; a list is not drawn at all, because its parts make no whole. */
export const CHART_FORMS = [
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
] as const
export type ChartForm = (typeof CHART_FORMS)[number]

/** What names the marks of a chart, unless an item has a label of its own. */
export const CHART_NAMES = ['year', 'country', 'continent', 'place', 'label'] as const
export type ChartNames = (typeof CHART_NAMES)[number]

/** Why a profile names a nationality. */
export const NATIONALITY_ROLES = [
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
] as const
export type NationalityRole = (typeof NATIONALITY_ROLES)[number]
