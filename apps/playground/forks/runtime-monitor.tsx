import { Badge, definePlugin, List, Row, Text, type SharedView } from '@plugboard/sdk'

type RegisteredInstance = NonNullable<SharedView['runtime-registry']>['instances'][number]

definePlugin({
  id: 'runtime-monitor',
  title: 'Runtime monitor',
  description: 'Lists every loaded instance with its status.',
  widgets: {
    main: {
      render({ shared }) {
        const registry = shared['runtime-registry']
        if (registry === undefined) return <Text>The list of instances is not shown to this widget.</Text>
        return (
          <List
            label="Instances"
            empty="Nothing is loaded."
            items={registry.instances.map((instance) => ({
              key: instance.instanceId,
              content: (
                <Row gap="sm" align="center">
                  <Status instance={instance} />
                  <Text size="sm" mono truncate>
                    {instance.instanceId}
                  </Text>
                </Row>
              ),
            }))}
          />
        )
      },
    },
  },
})

function Status({ instance: { status, enabled } }: { instance: RegisteredInstance }) {
  if (status === 'quarantined') return <Badge tone="critical">Quarantined</Badge>
  if (status === 'error') return <Badge tone="critical">Stopped</Badge>
  if (!enabled) return <Badge tone="neutral">Paused</Badge>
  if (status === 'loading') return <Badge tone="accent">Loading</Badge>
  return <Badge tone="positive">Running</Badge>
}
