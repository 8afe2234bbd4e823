/** A setting on its line: what it is called, and beside it what holds; on a phone one above the other. */
export const SETTING = 'grid grow gap-x-8 md:grid-cols-[15rem_minmax(0,1fr)] md:items-baseline'
export const VALUE = 'text-dense text-muted wrap-anywhere'
