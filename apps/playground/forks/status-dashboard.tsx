import { Column, definePlugin, Progress, Row, Stat, Table, Text, type SharedView } from '@plugboard/sdk'

type CounterSummary = NonNullable<SharedView['counter-summary']>
type RuntimeMetrics = NonNullable<SharedView['runtime-metrics']>
type RuntimeRegistry = NonNullable<SharedView['runtime-registry']>

/** Instances that fill the bar. A figure of this dashboard, not a limit of the host. */
const INSTANCE_BUDGET = 60

definePlugin({
  id: 'status-dashboard',
  title: 'Status dashboard',
  description: 'Shows how much runs, and what became of what was asked.',
  widgets: {
    main: {
      render({ shared }) {
        const { 'runtime-metrics': metrics, 'runtime-registry': registry, 'counter-summary': summary } = shared
        return (
          <Column gap="md">
            {metrics === undefined ? <Hidden what="The metrics are" /> : <Packages metrics={metrics} />}
            {registry === undefined ? <Hidden what="The list of instances is" /> : <Budget registry={registry} />}
            {metrics !== undefined && <Outcomes metrics={metrics} />}
            {metrics !== undefined && <Denials metrics={metrics} />}
            {summary === undefined ? <Hidden what="The counter summary is" /> : <Counters summary={summary} />}
          </Column>
        )
      },
    },
  },
})

function Hidden({ what }: { what: string }) {
  return <Text size="sm">{what} not shown to this widget.</Text>
}

function Packages({ metrics }: { metrics: RuntimeMetrics }) {
  return (
    <Table
      caption="Packages"
      columns={[
        { id: 'package', header: 'Package', rowHeader: true },
        { id: 'live', header: 'Live', align: 'end' },
        { id: 'dispatches', header: 'Dispatches', align: 'end' },
      ]}
      rows={metrics.packages.map(({ packageId, live, dispatches }) => ({
        key: packageId,
        cells: { package: packageId, live, dispatches },
      }))}
      empty="Nothing has run yet."
    />
  )
}

function Budget({ registry }: { registry: RuntimeRegistry }) {
  const count = Math.min(registry.instances.length, INSTANCE_BUDGET)
  return <Progress label="Instance budget" value={count} max={INSTANCE_BUDGET} />
}

function Outcomes({ metrics: { byOutcome } }: { metrics: RuntimeMetrics }) {
  return (
    <Row gap="lg" wrap>
      <Stat label="Applied" value={byOutcome.applied} tone="positive" />
      <Stat label="Denied" value={byOutcome.denied} tone={byOutcome.denied > 0 ? 'warning' : undefined} />
      <Stat label="Ignored" value={byOutcome.ignored} />
    </Row>
  )
}

function Denials({ metrics: { deniedByReason } }: { metrics: RuntimeMetrics }) {
  return (
    <Table
      caption="Denials by reason"
      columns={[
        { id: 'reason', header: 'Denied because', rowHeader: true },
        { id: 'count', header: 'Times', align: 'end' },
      ]}
      rows={Object.entries(deniedByReason).map(([reason, count]) => ({ key: reason, cells: { reason, count } }))}
      empty="Nothing was denied."
    />
  )
}

function Counters({ summary: { totalValue, instanceCount } }: { summary: CounterSummary }) {
  return (
    <Row gap="lg" wrap>
      <Stat label="Counter total" value={totalValue} />
      <Stat label="Counters" value={instanceCount} />
    </Row>
  )
}
