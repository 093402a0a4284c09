/** Instances that the playground calls full: what the dashboard's budget bar counts against. */
export const INSTANCE_BUDGET = 60
