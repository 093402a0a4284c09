// Generated from src/status-dashboard/guest.tsx. Do not edit: change the guest and run `pnpm generate`.

/** Code of the package `status-dashboard`, as its VM runs it. */
export const statusDashboardCode: string = `(function() {

	const UI_BUILDERS = {
		alert: {
			positional: ["tone", "title"],
			children: [],
			events: ["onDismiss"],
			text: ["title", "text"]
		},
		badge: {
			positional: ["text"],
			children: [],
			events: [],
			text: ["text"]
		},
		button: {
			positional: ["label"],
			children: [],
			events: ["onPress"],
			text: ["label"]
		},
		checkbox: {
			positional: ["name"],
			children: [],
			events: ["onChange"],
			text: ["label"]
		},
		code: {
			positional: ["text"],
			children: [],
			events: [],
			text: ["text"]
		},
		column: {
			positional: ["children"],
			children: ["children"],
			events: [],
			text: []
		},
		custom: {
			positional: ["component"],
			children: ["fallback"],
			events: [],
			text: []
		},
		dialog: {
			positional: ["title", "children"],
			children: ["children", "footer"],
			events: ["onClose"],
			text: ["title"]
		},
		divider: {
			positional: [],
			children: [],
			events: [],
			text: []
		},
		empty: {
			positional: ["title"],
			children: [],
			events: [],
			text: ["title", "text"]
		},
		form: {
			positional: ["name", "children"],
			children: ["children"],
			events: ["onSubmit"],
			text: []
		},
		grid: {
			positional: ["children"],
			children: ["children"],
			events: [],
			text: []
		},
		heading: {
			positional: ["text"],
			children: [],
			events: [],
			text: ["text"]
		},
		icon: {
			positional: ["name"],
			children: [],
			events: [],
			text: ["label"]
		},
		image: {
			positional: ["src", "alt"],
			children: [],
			events: [],
			text: ["alt"]
		},
		input: {
			positional: ["name"],
			children: [],
			events: ["onChange", "onCommit"],
			text: ["value", "label"]
		},
		link: {
			positional: ["text", "href"],
			children: [],
			events: [],
			text: ["text"]
		},
		list: {
			positional: ["label", "items"],
			children: [],
			events: [],
			text: ["label"]
		},
		panel: {
			positional: ["children"],
			children: ["children", "actions"],
			events: [],
			text: ["title"]
		},
		progress: {
			positional: ["label", "value"],
			children: [],
			events: [],
			text: ["label"]
		},
		radio: {
			positional: ["name", "options"],
			children: [],
			events: ["onChange"],
			text: ["label"]
		},
		row: {
			positional: ["children"],
			children: ["children"],
			events: [],
			text: []
		},
		select: {
			positional: ["name", "options"],
			children: [],
			events: ["onChange"],
			text: ["label"]
		},
		spinner: {
			positional: ["label"],
			children: [],
			events: [],
			text: ["label"]
		},
		stat: {
			positional: ["label", "value"],
			children: [],
			events: [],
			text: [
				"label",
				"value",
				"delta"
			]
		},
		switch: {
			positional: ["name"],
			children: [],
			events: ["onChange"],
			text: ["label"]
		},
		table: {
			positional: [],
			children: [],
			events: [
				"onSort",
				"onSelect",
				"onRange"
			],
			text: ["caption"]
		},
		tabs: {
			positional: ["name", "tabs"],
			children: [],
			events: ["onChange"],
			text: ["label"]
		},
		text: {
			positional: ["text"],
			children: [],
			events: [],
			text: ["text"]
		},
		textarea: {
			positional: ["name"],
			children: [],
			events: ["onChange", "onCommit"],
			text: ["value", "label"]
		}
	};

	function isVmRows(value) {
		return Array.isArray(value) && Object.hasOwn(value, "toJSON");
	}

	function toNodes(child) {
		const nodes = [];
		collectNodes(child, nodes);
		return nodes;
	}
	function collectNodes(child, nodes) {
		if (child === null || child === void 0 || typeof child === "boolean") return;
		if (typeof child === "string" || typeof child === "number") nodes.push({
			kind: "text",
			text: String(child)
		});
		else if (!isList(child)) nodes.push(child);
		else if (isVmRows(child)) nodes.push(child);
		else for (let index = 0; index < child.length; index += 1) collectNodes(child[index], nodes);
	}
	function toTree(child) {
		if (!isList(child)) return child;
		const nodes = toNodes(child);
		return nodes.length === 1 && !isVmRows(nodes[0]) ? nodes[0] : {
			kind: "column",
			children: nodes
		};
	}
	function toText(child) {
		if (typeof child === "string") return child;
		if (child === null || child === void 0 || typeof child === "boolean") return "";
		if (Array.isArray(child)) return child.map((item) => toText(item)).join("");
		return typeof child === "object" ? child : String(child);
	}
	function isList(child) {
		return Array.isArray(child);
	}

	const CONVERSIONS = Object.fromEntries(Object.entries(UI_BUILDERS).map(([kind, { children, events, text }]) => {
		const conversions = Object.create(null);
		for (const prop of children) conversions[prop] = "children";
		for (const prop of events) conversions[prop] = "event";
		for (const prop of text) conversions[prop] = "text";
		return [kind, conversions];
	}));
	function createNode(kind, props) {
		return collect(kind, props, null);
	}
	function createElement(kind, props, content) {
		const node = collect(kind, props, content);
		if (node[content] === void 0) node[content] = CONVERSIONS[kind][content] === "text" ? "" : [];
		return node;
	}
	function collect(kind, props, content) {
		const conversions = CONVERSIONS[kind];
		const given = props;
		const node = { kind };
		const names = Object.keys(given);
		for (let index = 0; index < names.length; index += 1) {
			const name = names[index] ?? "";
			const value = given[name];
			if (value === void 0) continue;
			if (name === "children" && content !== null) node[content] = toContent(conversions[content], value);
			else {
				const conversion = conversions[name];
				node[name] = conversion === void 0 ? value : convert(conversion, value);
			}
		}
		return node;
	}
	function toContent(conversion, children) {
		return conversion === "text" ? toText(children) : toNodes(children);
	}
	function convert(conversion, value) {
		if (conversion === "children") return toNodes(value);
		if (conversion === "event") return toEventRef(value);
		return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
	}
	function toEventRef(handler) {
		return typeof handler === "string" ? { handler } : handler;
	}

	function Table({ rows, ...options }) {
		return createNode("table", {
			...options,
			rows: isVmRows(rows) ? rows : rows.map((row) => toTableRow(row))
		});
	}
	function toTableRow(row) {
		if (!("cells" in row)) return row;
		const { key, onPress, cells } = row;
		return {
			key,
			cells,
			...onPress === void 0 ? {} : { onPress: toEventRef(onPress) }
		};
	}

	function Text(props) {
		return createElement("text", props, "text");
	}
	function Stat(props) {
		return createNode("stat", props);
	}

	function Progress(props) {
		return createNode("progress", props);
	}

	var SdkError = class extends Error {
		name = "SdkError";
		code;
		constructor(code, message) {
			super(message);
			this.code = code;
		}
	};

	function Column(props) {
		return createElement("column", props, "children");
	}
	function Row(props) {
		return createElement("row", props, "children");
	}

	function toWire(definition) {
		if (!isRecord(definition)) return definition;
		const { hooks, services, tools, widgets } = definition;
		return {
			...definition,
			...isRecord(widgets) ? { widgets: mapValues(widgets, wrapWidget) } : {},
			...isRecord(tools) ? { tools: mapValues(tools, wrapTool) } : {},
			...isRecord(hooks) ? { hooks: mapValues(hooks, wrapHook) } : {},
			...isRecord(services) ? { services: mapValues(services, wrapService) } : {}
		};
	}
	function wrapWidget(widget) {
		if (!isRecord(widget) || typeof widget.render !== "function") return widget;
		const { handlers } = widget;
		return {
			...widget,
			render: (view) => toTree(widget.render(withShortNames(view))),
			...isRecord(handlers) ? { handlers: mapValues(handlers, wrapHandler) } : {}
		};
	}
	function wrapHandler(handler) {
		if (typeof handler !== "function") return handler;
		return (context, event) => handler(withSetState(context), event);
	}
	function wrapTool(tool) {
		if (!isRecord(tool) || typeof tool.run !== "function") return tool;
		return {
			...tool,
			run: (input, context) => tool.run(input, withSetState(context))
		};
	}
	function wrapHook(hook) {
		if (typeof hook !== "function") return hook;
		return (payload, context) => hook(payload, withSetState(context));
	}
	function wrapService(service) {
		if (!isRecord(service) || typeof service.handle !== "function") return service;
		return {
			...service,
			handle: (event, context) => service.handle(event, withSetState(context))
		};
	}
	function withShortNames(view) {
		return {
			...view,
			state: view.pluginState,
			shared: view.globalState.shared
		};
	}
	function withSetState(context) {
		const { dispatchPluginAction } = context;
		return {
			...withShortNames(context),
			setState(patch) {
				const change = typeof patch === "function" ? patch(context.pluginState) : patch;
				dispatchPluginAction("state/merge", change);
			}
		};
	}
	function mapValues(record, map) {
		return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
	}
	function isRecord(value) {
		return typeof value === "object" && value !== null;
	}

	function findVmDefinePlugin() {
		return typeof definePlugin === "undefined" ? void 0 : definePlugin;
	}

	function definePlugin$1(plugin) {
		const define = findVmDefinePlugin();
		if (typeof define !== "function" || define === definePlugin$1) throw new SdkError("OUTSIDE_VM", OUTSIDE_VM);
		define((tools) => toWire(typeof plugin === "function" ? plugin(tools) : plugin));
	}
	const OUTSIDE_VM = "definePlugin was called outside a plugin VM: there is no global definePlugin here. Bundle this file and hand the code to a plugin host; to call it in a test, put a definePlugin of the test on globalThis first.";

	function jsx(type, props, key) {
		if (typeof type !== "function") throw new SdkError("UNKNOWN_ELEMENT", explainElement(type));
		const node = type(props);
		return key === void 0 || Array.isArray(node) ? node : {
			...node,
			key: String(key)
		};
	}
	const jsxs = jsx;
	function explainElement(type) {
		const components = Object.keys(UI_BUILDERS).map((kind) => \`\${kind.charAt(0).toUpperCase()}\${kind.slice(1)}\`).join(", ");
		return \`<\${String(type)}> is not a component: a widget has no HTML elements. Import one of \${components}.\`;
	}

	const INSTANCE_BUDGET = 60;
	definePlugin$1({
		id: "status-dashboard",
		title: "Status dashboard",
		description: "Shows how much runs, and what became of what was asked.",
		widgets: { main: { render({ shared }) {
			const { "runtime-metrics": metrics, "runtime-registry": registry, "counter-summary": summary } = shared;
			return jsxs(Column, {
				gap: "md",
				children: [
					metrics === void 0 ? jsx(Hidden, { what: "The metrics are" }) : jsx(Packages, { metrics }),
					registry === void 0 ? jsx(Hidden, { what: "The list of instances is" }) : jsx(Budget, { registry }),
					metrics !== void 0 && jsx(Outcomes, { metrics }),
					metrics !== void 0 && jsx(Denials, { metrics }),
					summary === void 0 ? jsx(Hidden, { what: "The counter summary is" }) : jsx(Counters, { summary })
				]
			});
		} } }
	});
	function Hidden({ what }) {
		return jsxs(Text, {
			size: "sm",
			children: [what, " not shown to this widget."]
		});
	}
	function Packages({ metrics }) {
		return jsx(Table, {
			caption: "Packages",
			columns: [
				{
					id: "package",
					header: "Package",
					rowHeader: true
				},
				{
					id: "live",
					header: "Live",
					align: "end"
				},
				{
					id: "dispatches",
					header: "Dispatches",
					align: "end"
				}
			],
			rows: metrics.packages.map(({ packageId, live, dispatches }) => ({
				key: packageId,
				cells: {
					package: packageId,
					live,
					dispatches
				}
			})),
			empty: "Nothing has run yet."
		});
	}
	function Budget({ registry }) {
		const count = Math.min(registry.instances.length, INSTANCE_BUDGET);
		return jsx(Progress, {
			label: "Instance budget",
			value: count,
			max: INSTANCE_BUDGET
		});
	}
	function Outcomes({ metrics: { byOutcome } }) {
		return jsxs(Row, {
			gap: "lg",
			wrap: true,
			children: [
				jsx(Stat, {
					label: "Applied",
					value: byOutcome.applied,
					tone: "positive"
				}),
				jsx(Stat, {
					label: "Denied",
					value: byOutcome.denied,
					tone: byOutcome.denied > 0 ? "warning" : void 0
				}),
				jsx(Stat, {
					label: "Ignored",
					value: byOutcome.ignored
				})
			]
		});
	}
	function Denials({ metrics: { deniedByReason } }) {
		return jsx(Table, {
			caption: "Denials by reason",
			columns: [{
				id: "reason",
				header: "Denied because",
				rowHeader: true
			}, {
				id: "count",
				header: "Times",
				align: "end"
			}],
			rows: Object.entries(deniedByReason).map(([reason, count]) => ({
				key: reason,
				cells: {
					reason,
					count
				}
			})),
			empty: "Nothing was denied."
		});
	}
	function Counters({ summary: { totalValue, instanceCount } }) {
		return jsxs(Row, {
			gap: "lg",
			wrap: true,
			children: [jsx(Stat, {
				label: "Counter total",
				value: totalValue
			}), jsx(Stat, {
				label: "Counters",
				value: instanceCount
			})]
		});
	}

})();`

/** Version-3 source map of {@link statusDashboardCode}. */
export const statusDashboardSourceMap: string =
  '{"version":3,"sources":["@plugboard/contracts/src/ui/builders.ts","@plugboard/sdk/src/ui/vmUi.ts","@plugboard/sdk/src/ui/uiChild.ts","@plugboard/sdk/src/ui/createNode.ts","@plugboard/sdk/src/components/collection.ts","@plugboard/sdk/src/components/content.ts","@plugboard/sdk/src/components/feedback.ts","@plugboard/sdk/src/sdkError.ts","@plugboard/sdk/src/components/layout.ts","@plugboard/sdk/src/toWire.ts","@plugboard/sdk/src/vmDefinePlugin.ts","@plugboard/sdk/src/definePlugin.ts","@plugboard/sdk/src/jsx-runtime.ts","status-dashboard/status-dashboard.tsx"],"sourcesContent":[null,null,null,null,null,null,null,null,null,null,null,null,null,"import { Column, definePlugin, Progress, Row, Stat, Table, Text } from \'@plugboard/sdk\'\\n\\nimport type { CounterSummary } from \'../domains/counterSummary.ts\'\\nimport type { RuntimeMetrics } from \'../domains/runtimeMetrics.ts\'\\nimport type { RuntimeRegistry } from \'../domains/runtimeRegistry.ts\'\\n\\n/** Instances that fill the bar. A figure of this dashboard, not a limit of the host. */\\nconst INSTANCE_BUDGET = 60\\n\\ndefinePlugin({\\n  id: \'status-dashboard\',\\n  title: \'Status dashboard\',\\n  description: \'Shows how much runs, and what became of what was asked.\',\\n  widgets: {\\n    main: {\\n      render({ shared }) {\\n        const { \'runtime-metrics\': metrics, \'runtime-registry\': registry, \'counter-summary\': summary } = shared\\n        return (\\n          <Column gap=\\"md\\">\\n            {metrics === undefined ? <Hidden what=\\"The metrics are\\" /> : <Packages metrics={metrics} />}\\n            {registry === undefined ? <Hidden what=\\"The list of instances is\\" /> : <Budget registry={registry} />}\\n            {metrics !== undefined && <Outcomes metrics={metrics} />}\\n            {metrics !== undefined && <Denials metrics={metrics} />}\\n            {summary === undefined ? <Hidden what=\\"The counter summary is\\" /> : <Counters summary={summary} />}\\n          </Column>\\n        )\\n      },\\n    },\\n  },\\n})\\n\\nfunction Hidden({ what }: { what: string }) {\\n  return <Text size=\\"sm\\">{what} not shown to this widget.</Text>\\n}\\n\\nfunction Packages({ metrics }: { metrics: RuntimeMetrics }) {\\n  return (\\n    <Table\\n      caption=\\"Packages\\"\\n      columns={[\\n        { id: \'package\', header: \'Package\', rowHeader: true },\\n        { id: \'live\', header: \'Live\', align: \'end\' },\\n        { id: \'dispatches\', header: \'Dispatches\', align: \'end\' },\\n      ]}\\n      rows={metrics.packages.map(({ packageId, live, dispatches }) => ({\\n        key: packageId,\\n        cells: { package: packageId, live, dispatches },\\n      }))}\\n      empty=\\"Nothing has run yet.\\"\\n    />\\n  )\\n}\\n\\nfunction Budget({ registry }: { registry: RuntimeRegistry }) {\\n  const count = Math.min(registry.instances.length, INSTANCE_BUDGET)\\n  return <Progress label=\\"Instance budget\\" value={count} max={INSTANCE_BUDGET} />\\n}\\n\\nfunction Outcomes({ metrics: { byOutcome } }: { metrics: RuntimeMetrics }) {\\n  return (\\n    <Row gap=\\"lg\\" wrap>\\n      <Stat label=\\"Applied\\" value={byOutcome.applied} tone=\\"positive\\" />\\n      <Stat label=\\"Denied\\" value={byOutcome.denied} tone={byOutcome.denied > 0 ? \'warning\' : undefined} />\\n      <Stat label=\\"Ignored\\" value={byOutcome.ignored} />\\n    </Row>\\n  )\\n}\\n\\nfunction Denials({ metrics: { deniedByReason } }: { metrics: RuntimeMetrics }) {\\n  return (\\n    <Table\\n      caption=\\"Denials by reason\\"\\n      columns={[\\n        { id: \'reason\', header: \'Denied because\', rowHeader: true },\\n        { id: \'count\', header: \'Times\', align: \'end\' },\\n      ]}\\n      rows={Object.entries(deniedByReason).map(([reason, count]) => ({ key: reason, cells: { reason, count } }))}\\n      empty=\\"Nothing was denied.\\"\\n    />\\n  )\\n}\\n\\nfunction Counters({ summary: { totalValue, instanceCount } }: { summary: CounterSummary }) {\\n  return (\\n    <Row gap=\\"lg\\" wrap>\\n      <Stat label=\\"Counter total\\" value={totalValue} />\\n      <Stat label=\\"Counters\\" value={instanceCount} />\\n    </Row>\\n  )\\n}\\n"],"names":["definePlugin","definePlugin"],"mappings":";;CAkBA,MAAa,cAA8D;EACzE,OAAO;GAAE,YAAY,CAAC,QAAQ,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,WAAW;GAAG,MAAM,CAAC,SAAS,MAAM;EAAE;EACrG,OAAO;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,MAAM;EAAE;EACxE,QAAQ;GAAE,YAAY,CAAC,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,SAAS;GAAG,MAAM,CAAC,OAAO;EAAE;EACpF,UAAU;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,UAAU;GAAG,MAAM,CAAC,OAAO;EAAE;EACtF,MAAM;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,MAAM;EAAE;EACvE,QAAQ;GAAE,YAAY,CAAC,UAAU;GAAG,UAAU,CAAC,UAAU;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC;EAAE;EACjF,QAAQ;GAAE,YAAY,CAAC,WAAW;GAAG,UAAU,CAAC,UAAU;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC;EAAE;EAClF,QAAQ;GAAE,YAAY,CAAC,SAAS,UAAU;GAAG,UAAU,CAAC,YAAY,QAAQ;GAAG,QAAQ,CAAC,SAAS;GAAG,MAAM,CAAC,OAAO;EAAE;EACpH,SAAS;GAAE,YAAY,CAAC;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC;EAAE;EAC9D,OAAO;GAAE,YAAY,CAAC,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,SAAS,MAAM;EAAE;EAClF,MAAM;GAAE,YAAY,CAAC,QAAQ,UAAU;GAAG,UAAU,CAAC,UAAU;GAAG,QAAQ,CAAC,UAAU;GAAG,MAAM,CAAC;EAAE;EACjG,MAAM;GAAE,YAAY,CAAC,UAAU;GAAG,UAAU,CAAC,UAAU;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC;EAAE;EAC/E,SAAS;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,MAAM;EAAE;EAC1E,MAAM;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,OAAO;EAAE;EACxE,OAAO;GAAE,YAAY,CAAC,OAAO,KAAK;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,KAAK;EAAE;EAC7E,OAAO;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,YAAY,UAAU;GAAG,MAAM,CAAC,SAAS,OAAO;EAAE;EACxG,MAAM;GAAE,YAAY,CAAC,QAAQ,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,MAAM;EAAE;EAC/E,MAAM;GAAE,YAAY,CAAC,SAAS,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,OAAO;EAAE;EAClF,OAAO;GAAE,YAAY,CAAC,UAAU;GAAG,UAAU,CAAC,YAAY,SAAS;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,OAAO;EAAE;EAClG,UAAU;GAAE,YAAY,CAAC,SAAS,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,OAAO;EAAE;EACtF,OAAO;GAAE,YAAY,CAAC,QAAQ,SAAS;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,UAAU;GAAG,MAAM,CAAC,OAAO;EAAE;EAC9F,KAAK;GAAE,YAAY,CAAC,UAAU;GAAG,UAAU,CAAC,UAAU;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC;EAAE;EAC9E,QAAQ;GAAE,YAAY,CAAC,QAAQ,SAAS;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,UAAU;GAAG,MAAM,CAAC,OAAO;EAAE;EAC/F,SAAS;GAAE,YAAY,CAAC,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,OAAO;EAAE;EAC5E,MAAM;GAAE,YAAY,CAAC,SAAS,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM;IAAC;IAAS;IAAS;GAAO;EAAE;EACpG,QAAQ;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,UAAU;GAAG,MAAM,CAAC,OAAO;EAAE;EACpF,OAAO;GAAE,YAAY,CAAC;GAAG,UAAU,CAAC;GAAG,QAAQ;IAAC;IAAU;IAAY;GAAS;GAAG,MAAM,CAAC,SAAS;EAAE;EACpG,MAAM;GAAE,YAAY,CAAC,QAAQ,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,UAAU;GAAG,MAAM,CAAC,OAAO;EAAE;EAC1F,MAAM;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,MAAM;EAAE;EACvE,UAAU;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,YAAY,UAAU;GAAG,MAAM,CAAC,SAAS,OAAO;EAAE;CAC7G;;CChCA,SAAgB,SAAS,OAAyB;EAChD,OAAO,MAAM,QAAQ,KAAK,KAAK,OAAO,OAAO,OAAO,QAAQ;CAC9D;;CCXA,SAAgB,QAAQ,OAAmC;EACzD,MAAM,QAAkB,CAAC;EACzB,aAAa,OAAO,KAAK;EACzB,OAAO;CACT;CAEA,SAAS,aAAa,OAAgB,OAAuB;EAC3D,IAAI,UAAU,QAAQ,UAAU,UAAa,OAAO,UAAU,WAAW;EACzE,IAAI,OAAO,UAAU,YAAY,OAAO,UAAU,UAAU,MAAM,KAAK;GAAE,MAAM;GAAQ,MAAM,OAAO,KAAK;EAAE,CAAC;OACvG,IAAI,CAAC,OAAO,KAAK,GAAG,MAAM,KAAK,KAAK;OAEpC,IAAI,SAAS,KAAK,GAAG,MAAM,KAAK,KAA0B;OAC1D,KAAK,IAAI,QAAQ,GAAG,QAAQ,MAAM,QAAQ,SAAS,GAAG,aAAa,MAAM,QAAQ,KAAK;CAC7F;CAGA,SAAgB,OAAO,OAAyB;EAC9C,IAAI,CAAC,OAAO,KAAK,GAAG,OAAO;EAC3B,MAAM,QAAQ,QAAQ,KAAK;EAC3B,OAAO,MAAM,WAAW,KAAK,CAAC,SAAS,MAAM,EAAE,IAAI,MAAM,KAAK;GAAE,MAAM;GAAU,UAAU;EAAM;CAClG;CAMA,SAAgB,OAAO,OAA0B;EAC/C,IAAI,OAAO,UAAU,UAAU,OAAO;EACtC,IAAI,UAAU,QAAQ,UAAU,UAAa,OAAO,UAAU,WAAW,OAAO;EAChF,IAAI,MAAM,QAAQ,KAAK,GAAG,OAAO,MAAM,KAAK,SAAoB,OAAO,IAAI,CAAC,CAAC,CAAC,KAAK,EAAE;EAErF,OAAO,OAAO,UAAU,WAAY,QAA8B,OAAO,KAAK;CAChF;CAMA,SAAS,OAAO,OAA6C;EAC3D,OAAO,MAAM,QAAQ,KAAK;CAC5B;;CCnCA,MAAM,cAAc,OAAO,YACzB,OAAO,QAAQ,WAAW,CAAC,CAAC,KAAK,CAAC,MAAM,EAAE,UAAU,QAAQ,YAAY;EAEtE,MAAM,cAAc,OAAO,OAAO,IAAI;EACtC,KAAK,MAAM,QAAQ,UAAU,YAAY,QAAQ;EACjD,KAAK,MAAM,QAAQ,QAAQ,YAAY,QAAQ;EAC/C,KAAK,MAAM,QAAQ,MAAM,YAAY,QAAQ;EAC7C,OAAO,CAAC,MAAM,WAAW;CAC3B,CAAC,CACH;CAOA,SAAgB,WAAiC,MAAS,OAA0B;EAElF,OAAO,QAAQ,MAAM,OAAO,IAAI;CAClC;CAGA,SAAgB,cAAoC,MAAS,OAAe,SAA4B;EACtG,MAAM,OAAO,QAAQ,MAAM,OAAO,OAAO;EACzC,IAAI,KAAK,aAAa,QAAW,KAAK,WAAW,YAAY,KAAK,CAAC,aAAa,SAAS,KAAK,CAAC;EAE/F,OAAO;CACT;CAEA,SAAS,QAAQ,MAAkB,OAAe,SAAiD;EACjG,MAAM,cAAc,YAAY;EAChC,MAAM,QAAQ;EACd,MAAM,OAAgC,EAAE,KAAK;EAC7C,MAAM,QAAQ,OAAO,KAAK,KAAK;EAC/B,KAAK,IAAI,QAAQ,GAAG,QAAQ,MAAM,QAAQ,SAAS,GAAG;GACpD,MAAM,OAAO,MAAM,UAAU;GAC7B,MAAM,QAAQ,MAAM;GACpB,IAAI,UAAU,QAAW;GACzB,IAAI,SAAS,cAAc,YAAY,MAAM,KAAK,WAAW,UAAU,YAAY,UAAU,KAAK;QAC7F;IACH,MAAM,aAAa,YAAY;IAC/B,KAAK,QAAQ,eAAe,SAAY,QAAQ,QAAQ,YAAY,KAAK;GAC3E;EACF;EACA,OAAO;CACT;CAEA,SAAS,UAAU,YAAoC,UAA4B;EACjF,OAAO,eAAe,SAAS,OAAO,QAAqB,IAAI,QAAQ,QAAmB;CAC5F;CAEA,SAAS,QAAQ,YAAwB,OAAyB;EAChE,IAAI,eAAe,YAAY,OAAO,QAAQ,KAAgB;EAC9D,IAAI,eAAe,SAAS,OAAO,WAAW,KAAmB;EACjE,OAAO,OAAO,UAAU,YAAY,OAAO,UAAU,YAAY,OAAO,KAAK,IAAI;CACnF;CAGA,SAAgB,WAAW,SAAiC;EAC1D,OAAO,OAAO,YAAY,WAAW,EAAE,QAAQ,IAAI;CACrD;;CCnCA,SAAgB,MAAM,EAAE,MAAM,GAAG,WAAkC;EACjE,OAAO,WAAW,SAAS;GAAE,GAAG;GAAS,MAAM,SAAS,IAAI,IAAI,OAAO,KAAK,KAAK,QAAQ,WAAW,GAAG,CAAC;EAAE,CAAC;CAC7G;CASA,SAAS,WAAW,KAAyC;EAE3D,IAAI,EAAE,WAAW,MAAM,OAAO;EAC9B,MAAM,EAAE,KAAK,SAAS,UAAU;EAChC,OAAO;GAAE;GAAK;GAAO,GAAI,YAAY,SAAY,CAAC,IAAI,EAAE,SAAS,WAAW,OAAO,EAAE;EAAG;CAC1F;;CCvBA,SAAgB,KAAK,OAAsD;EACzE,OAAO,cAAc,QAAQ,OAAO,MAAM;CAC5C;CAkBA,SAAgB,KAAK,OAA4B;EAC/C,OAAO,WAAW,QAAQ,KAAK;CACjC;;CCVA,SAAgB,SAAS,OAAoC;EAC3D,OAAO,WAAW,YAAY,KAAK;CACrC;;CCvCA,IAAa,WAAb,cAA8B,MAAM;EAChB,OAAO;EAChB;EAET,YAAY,MAAoB,SAAiB;GAC/C,MAAM,OAAO;GACb,KAAK,OAAO;EACd;CACF;;CCFA,SAAgB,OAAO,OAA8D;EACnF,OAAO,cAAc,UAAU,OAAO,UAAU;CAClD;CAGA,SAAgB,IAAI,OAAwD;EAC1E,OAAO,cAAc,OAAO,OAAO,UAAU;CAC/C;;CCXA,SAAgB,OAAa,YAA4D;EAEvF,IAAI,CAAC,SAAS,UAAU,GAAG,OAAO;EAClC,MAAM,EAAE,OAAO,UAAU,OAAO,YAAY;EAC5C,OAAO;GACL,GAAG;GACH,GAAI,SAAS,OAAO,IAAI,EAAE,SAAS,UAAU,SAAS,UAAU,EAAE,IAAI,CAAC;GACvE,GAAI,SAAS,KAAK,IAAI,EAAE,OAAO,UAAU,OAAO,QAAQ,EAAE,IAAI,CAAC;GAC/D,GAAI,SAAS,KAAK,IAAI,EAAE,OAAO,UAAU,OAAO,QAAQ,EAAE,IAAI,CAAC;GAC/D,GAAI,SAAS,QAAQ,IAAI,EAAE,UAAU,UAAU,UAAU,WAAW,EAAE,IAAI,CAAC;EAC7E;CACF;CAEA,SAAS,WAAiB,QAAwD;EAChF,IAAI,CAAC,SAAS,MAAM,KAAK,OAAO,OAAO,WAAW,YAAY,OAAO;EACrE,MAAM,EAAE,aAAa;EACrB,OAAO;GACL,GAAG;GACH,SAAS,SAAiC,OAAO,OAAO,OAAO,eAAe,IAAI,CAAC,CAAC;GACpF,GAAI,SAAS,QAAQ,IAAI,EAAE,UAAU,UAAU,UAAU,WAAW,EAAE,IAAI,CAAC;EAC7E;CACF;CAEA,SAAS,YAAkB,SAA+D;EACxF,IAAI,OAAO,YAAY,YAAY,OAAO;EAC1C,QAAQ,SAA+B,UAAmB,QAAQ,aAAa,OAAO,GAAG,KAAK;CAChG;CAEA,SAAS,SAAe,MAAkD;EACxE,IAAI,CAAC,SAAS,IAAI,KAAK,OAAO,KAAK,QAAQ,YAAY,OAAO;EAC9D,OAAO;GAAE,GAAG;GAAM,MAAM,OAAiB,YAAkC,KAAK,IAAI,OAAO,aAAa,OAAO,CAAC;EAAE;CACpH;CAEA,SAAS,SAAe,MAA8B;EACpD,IAAI,OAAO,SAAS,YAAY,OAAO;EACvC,QAAQ,SAAmB,YAAkC,KAAK,SAAS,aAAa,OAAO,CAAC;CAClG;CAEA,SAAS,YAAkB,SAA2D;EACpF,IAAI,CAAC,SAAS,OAAO,KAAK,OAAO,QAAQ,WAAW,YAAY,OAAO;EACvE,OAAO;GACL,GAAG;GACH,SAAS,OAAiB,YAAkC,QAAQ,OAAO,OAAO,aAAa,OAAO,CAAC;EACzG;CACF;CAEA,SAAS,eAA2C,MAAY;EAC9D,OAAO;GAAE,GAAG;GAAM,OAAO,KAAK;GAAa,QAAQ,KAAK,YAAY;EAAO;CAC7E;CAEA,SAAS,aAAmB,SAAqD;EAE/E,MAAM,EAAE,yBAAyB;EACjC,OAAO;GACL,GAAG,eAAwC,OAAO;GAClD,SAAS,OAAO;IACd,MAAM,SAAS,OAAO,UAAU,aAAa,MAAM,QAAQ,WAAW,IAAI;IAE1E,qBAAqB,eAAe,MAAmB;GACzD;EACF;CACF;CAEA,SAAS,UAAa,QAAqC,KAAmD;EAC5G,OAAO,OAAO,YAAY,OAAO,QAAQ,MAAM,CAAC,CAAC,KAAK,CAAC,MAAM,WAAW,CAAC,MAAM,IAAI,KAAK,CAAC,CAAC,CAAC;CAC7F;CAEA,SAAS,SAAS,OAA4D;EAC5E,OAAO,OAAO,UAAU,YAAY,UAAU;CAChD;;CCpEA,SAAgB,qBAA8B;EAC5C,OAAO,OAAO,iBAAiB,cAAc,SAAY;CAC3D;;CCsBA,SAAgBA,eAAmB,QAA4D;EAC7F,MAAM,SAAS,mBAAmB;EAClC,IAAI,OAAO,WAAW,cAAc,WAAWA,gBAAc,MAAM,IAAI,SAAS,cAAc,UAAU;EACxG,QAAQ,UAAuB,OAAO,OAAO,WAAW,aAAa,OAAO,KAAK,IAAI,MAAM,CAAC;CAC9F;CAEA,MAAM,aACJ;;CC/BF,SAAgB,IAAI,MAAyB,OAAe,KAA+B;EACzF,IAAI,OAAO,SAAS,YAAY,MAAM,IAAI,SAAS,mBAAmB,eAAe,IAAI,CAAC;EAC1F,MAAM,OAAO,KAAK,KAAK;EACvB,OAAO,QAAQ,UAAa,MAAM,QAAQ,IAAI,IAAI,OAAO;GAAE,GAAG;GAAM,KAAK,OAAO,GAAG;EAAE;CACvF;CAGA,MAAa,OAAmB;CAQhC,SAAS,eAAe,MAAuB;EAC7C,MAAM,aAAa,OAAO,KAAK,WAAW,CAAC,CACxC,KAAK,SAAS,GAAG,KAAK,OAAO,CAAC,CAAC,CAAC,YAAY,IAAI,KAAK,MAAM,CAAC,GAAG,CAAC,CAChE,KAAK,IAAI;EACZ,OAAO,IAAI,OAAO,IAAI,EAAE,qEAAqE,WAAW;CAC1G;;CCtBA,MAAM,kBAAkB;CAExBC,eAAa;EACX,IAAI;EACJ,OAAO;EACP,aAAa;EACb,SAAS,EACP,MAAM,EACJ,OAAO,EAAE,UAAU;GACjB,MAAM,EAAE,mBAAmB,SAAS,oBAAoB,UAAU,mBAAmB,YAAY;GACjG,YACG,QAAD;IAAQ,KAAI;cAAZ;KACG,YAAY,aAAa,QAAD,EAAQ,MAAK,kBAAmB,SAAK,UAAD,EAAmB,QAAU;KACzF,aAAa,aAAa,QAAD,EAAQ,MAAK,2BAA4B,SAAK,QAAD,EAAkB,SAAW;KACnG,YAAY,cAAc,UAAD,EAAmB,QAAU;KACtD,YAAY,cAAc,SAAD,EAAkB,QAAU;KACrD,YAAY,aAAa,QAAD,EAAQ,MAAK,yBAA0B,SAAK,UAAD,EAAmB,QAAU;IAC3F;;EAEZ,EACF,EACF;CACF,CAAC;CAED,SAAS,OAAO,EAAE,QAA0B;EAC1C,YAAQ,MAAD;GAAM,MAAK;aAAX,CAAiB,MAAK,4BAAgC;;CAC/D;CAEA,SAAS,SAAS,EAAE,WAAwC;EAC1D,WACG,OAAD;GACE,SAAQ;GACR,SAAS;IACP;KAAE,IAAI;KAAW,QAAQ;KAAW,WAAW;IAAK;IACpD;KAAE,IAAI;KAAQ,QAAQ;KAAQ,OAAO;IAAM;IAC3C;KAAE,IAAI;KAAc,QAAQ;KAAc,OAAO;IAAM;GACzD;GACA,MAAM,QAAQ,SAAS,KAAK,EAAE,WAAW,MAAM,kBAAkB;IAC/D,KAAK;IACL,OAAO;KAAE,SAAS;KAAW;KAAM;IAAW;GAChD,EAAE;GACF,OAAM;EACP;CAEL;CAEA,SAAS,OAAO,EAAE,YAA2C;EAC3D,MAAM,QAAQ,KAAK,IAAI,SAAS,UAAU,QAAQ,eAAe;EACjE,WAAQ,UAAD;GAAU,OAAM;GAAkB,OAAO;GAAO,KAAK;EAAkB;CAChF;CAEA,SAAS,SAAS,EAAE,SAAS,EAAE,eAA4C;EACzE,YACG,KAAD;GAAK,KAAI;GAAK;aAAd;QACG,MAAD;KAAM,OAAM;KAAU,OAAO,UAAU;KAAS,MAAK;IAAY;QAChE,MAAD;KAAM,OAAM;KAAS,OAAO,UAAU;KAAQ,MAAM,UAAU,SAAS,IAAI,YAAY;IAAY;QAClG,MAAD;KAAM,OAAM;KAAU,OAAO,UAAU;IAAU;GAC9C;;CAET;CAEA,SAAS,QAAQ,EAAE,SAAS,EAAE,oBAAiD;EAC7E,WACG,OAAD;GACE,SAAQ;GACR,SAAS,CACP;IAAE,IAAI;IAAU,QAAQ;IAAkB,WAAW;GAAK,GAC1D;IAAE,IAAI;IAAS,QAAQ;IAAS,OAAO;GAAM,CAC/C;GACA,MAAM,OAAO,QAAQ,cAAc,CAAC,CAAC,KAAK,CAAC,QAAQ,YAAY;IAAE,KAAK;IAAQ,OAAO;KAAE;KAAQ;IAAM;GAAE,EAAE;GACzG,OAAM;EACP;CAEL;CAEA,SAAS,SAAS,EAAE,SAAS,EAAE,YAAY,mBAAgD;EACzF,YACG,KAAD;GAAK,KAAI;GAAK;aAAd,KACG,MAAD;IAAM,OAAM;IAAgB,OAAO;GAAa,QAC/C,MAAD;IAAM,OAAM;IAAW,OAAO;GAAgB,EAC3C;;CAET"}'
