// Generated from src/greeter/guest.tsx. Do not edit: change the guest and run `pnpm generate`.

/** Code of the package `greeter`, as its VM runs it. */
export const greeterCode: string = `(function() {

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

	function Button(props) {
		if (props.args === void 0) return createElement("button", props, "label");
		const { args, onPress, ...rest } = props;
		const press = onPress === void 0 ? void 0 : {
			...toEventRef(onPress),
			args
		};
		return createElement("button", {
			...rest,
			onPress: press
		}, "label");
	}

	function Text(props) {
		return createElement("text", props, "text");
	}

	var SdkError = class extends Error {
		name = "SdkError";
		code;
		constructor(code, message) {
			super(message);
			this.code = code;
		}
	};

	function Input(props) {
		return createNode("input", props);
	}

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

	const INITIAL_GREETER = { name: "" };

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

	definePlugin$1({
		id: "greeter",
		title: "Greeter",
		description: "Greets by name, and shares the name on request.",
		initialState: INITIAL_GREETER,
		widgets: { main: {
			render({ state, can }) {
				const name = state.name.trim();
				const isSharing = can("writeShared", "greeter-profile");
				return jsxs(Column, {
					gap: "md",
					children: [
						jsx(Input, {
							name: "name",
							label: "Your name",
							value: state.name,
							maxLength: 80,
							notify: "input",
							onChange: "rename",
							onCommit: "rename"
						}),
						jsx(Text, {
							size: "lg",
							weight: "medium",
							children: name === "" ? "Hello!" : \`Hello, \${name}\`
						}),
						jsx(Row, { children: jsx(Button, {
							variant: "primary",
							disabled: name === "" || !isSharing,
							onPress: "share",
							children: "Share greeting"
						}) }),
						!isSharing && jsx(Text, {
							size: "sm",
							children: "Sharing is switched off for this greeter."
						})
					]
				});
			},
			handlers: {
				rename(ctx, event) {
					ctx.dispatchPluginAction("set-name", { name: event.value });
				},
				share(ctx) {
					ctx.dispatchSharedAction("greeter-profile", "set-profile", { name: ctx.state.name.trim() });
				}
			}
		} }
	});

})();`

/** Version-3 source map of {@link greeterCode}. */
export const greeterSourceMap: string =
  '{"version":3,"sources":["@plugboard/contracts/src/ui/builders.ts","@plugboard/sdk/src/ui/vmUi.ts","@plugboard/sdk/src/ui/uiChild.ts","@plugboard/sdk/src/ui/createNode.ts","@plugboard/sdk/src/components/button.ts","@plugboard/sdk/src/components/content.ts","@plugboard/sdk/src/sdkError.ts","@plugboard/sdk/src/components/input.ts","@plugboard/sdk/src/components/layout.ts","@plugboard/sdk/src/toWire.ts","@plugboard/sdk/src/vmDefinePlugin.ts","@plugboard/sdk/src/definePlugin.ts","greeter/reducer.ts","@plugboard/sdk/src/jsx-runtime.ts","greeter/greeter.tsx"],"sourcesContent":[null,null,null,null,null,null,null,null,null,null,null,null,"import { isPlainObject, type PluginReducer } from \'@plugboard/contracts\'\\n\\nimport { isGreeterName } from \'./greeterName.ts\'\\n\\n/** The greeter\'s own state. */\\nexport interface GreeterState {\\n  /** As it was typed, spaces and all: a controlled field gets back what it sent. */\\n  readonly name: string\\n}\\n\\n/** The greeter\'s actions and their payloads. */\\nexport interface GreeterActions {\\n  readonly \'set-name\': { readonly name: string }\\n}\\n\\n/** State of a new greeter. */\\nexport const INITIAL_GREETER: GreeterState = { name: \'\' }\\n\\n/** Keeps the name. */\\nexport const reduceGreeter: PluginReducer<GreeterState> = (current, { actionType, payload }) => {\\n  if (actionType !== \'set-name\') return { next: current, outcome: \'ignored\', reason: \'no-local-reducer-match\' }\\n  const name = isPlainObject(payload) ? payload[\'name\'] : undefined\\n  if (!isGreeterName(name)) return { next: current, outcome: \'ignored\', reason: \'invalid-payload:payload.name\' }\\n  if (name === current.name) return { next: current, outcome: \'ignored\', reason: \'no-change\' }\\n  return { next: { name }, outcome: \'applied\' }\\n}\\n",null,"import { Button, Column, definePlugin, Input, Row, Text, type FieldEvent } from \'@plugboard/sdk\'\\n\\nimport { GREETER_NAME_LENGTH } from \'./greeterName.ts\'\\nimport { INITIAL_GREETER, type GreeterActions, type GreeterState } from \'./reducer.ts\'\\n\\ndefinePlugin<GreeterState, GreeterActions>({\\n  id: \'greeter\',\\n  title: \'Greeter\',\\n  description: \'Greets by name, and shares the name on request.\',\\n  initialState: INITIAL_GREETER,\\n  widgets: {\\n    main: {\\n      render({ state, can }) {\\n        const name = state.name.trim()\\n        const isSharing = can(\'writeShared\', \'greeter-profile\')\\n        return (\\n          <Column gap=\\"md\\">\\n            <Input\\n              name=\\"name\\"\\n              label=\\"Your name\\"\\n              value={state.name}\\n              maxLength={GREETER_NAME_LENGTH}\\n              notify=\\"input\\"\\n              onChange=\\"rename\\"\\n              onCommit=\\"rename\\"\\n            />\\n            <Text size=\\"lg\\" weight=\\"medium\\">\\n              {name === \'\' ? \'Hello!\' : `Hello, ${name}`}\\n            </Text>\\n            <Row>\\n              <Button variant=\\"primary\\" disabled={name === \'\' || !isSharing} onPress=\\"share\\">\\n                Share greeting\\n              </Button>\\n            </Row>\\n            {!isSharing && <Text size=\\"sm\\">Sharing is switched off for this greeter.</Text>}\\n          </Column>\\n        )\\n      },\\n      handlers: {\\n        rename(ctx, event: FieldEvent) {\\n          ctx.dispatchPluginAction(\'set-name\', { name: event.value })\\n        },\\n        share(ctx) {\\n          ctx.dispatchSharedAction(\'greeter-profile\', \'set-profile\', { name: ctx.state.name.trim() })\\n        },\\n      },\\n    },\\n  },\\n})\\n"],"names":["definePlugin","definePlugin"],"mappings":";;CAkBA,MAAa,cAA8D;EACzE,OAAO;GAAE,YAAY,CAAC,QAAQ,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,WAAW;GAAG,MAAM,CAAC,SAAS,MAAM;EAAE;EACrG,OAAO;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,MAAM;EAAE;EACxE,QAAQ;GAAE,YAAY,CAAC,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,SAAS;GAAG,MAAM,CAAC,OAAO;EAAE;EACpF,UAAU;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,UAAU;GAAG,MAAM,CAAC,OAAO;EAAE;EACtF,MAAM;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,MAAM;EAAE;EACvE,QAAQ;GAAE,YAAY,CAAC,UAAU;GAAG,UAAU,CAAC,UAAU;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC;EAAE;EACjF,QAAQ;GAAE,YAAY,CAAC,WAAW;GAAG,UAAU,CAAC,UAAU;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC;EAAE;EAClF,QAAQ;GAAE,YAAY,CAAC,SAAS,UAAU;GAAG,UAAU,CAAC,YAAY,QAAQ;GAAG,QAAQ,CAAC,SAAS;GAAG,MAAM,CAAC,OAAO;EAAE;EACpH,SAAS;GAAE,YAAY,CAAC;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC;EAAE;EAC9D,OAAO;GAAE,YAAY,CAAC,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,SAAS,MAAM;EAAE;EAClF,MAAM;GAAE,YAAY,CAAC,QAAQ,UAAU;GAAG,UAAU,CAAC,UAAU;GAAG,QAAQ,CAAC,UAAU;GAAG,MAAM,CAAC;EAAE;EACjG,MAAM;GAAE,YAAY,CAAC,UAAU;GAAG,UAAU,CAAC,UAAU;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC;EAAE;EAC/E,SAAS;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,MAAM;EAAE;EAC1E,MAAM;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,OAAO;EAAE;EACxE,OAAO;GAAE,YAAY,CAAC,OAAO,KAAK;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,KAAK;EAAE;EAC7E,OAAO;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,YAAY,UAAU;GAAG,MAAM,CAAC,SAAS,OAAO;EAAE;EACxG,MAAM;GAAE,YAAY,CAAC,QAAQ,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,MAAM;EAAE;EAC/E,MAAM;GAAE,YAAY,CAAC,SAAS,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,OAAO;EAAE;EAClF,OAAO;GAAE,YAAY,CAAC,UAAU;GAAG,UAAU,CAAC,YAAY,SAAS;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,OAAO;EAAE;EAClG,UAAU;GAAE,YAAY,CAAC,SAAS,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,OAAO;EAAE;EACtF,OAAO;GAAE,YAAY,CAAC,QAAQ,SAAS;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,UAAU;GAAG,MAAM,CAAC,OAAO;EAAE;EAC9F,KAAK;GAAE,YAAY,CAAC,UAAU;GAAG,UAAU,CAAC,UAAU;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC;EAAE;EAC9E,QAAQ;GAAE,YAAY,CAAC,QAAQ,SAAS;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,UAAU;GAAG,MAAM,CAAC,OAAO;EAAE;EAC/F,SAAS;GAAE,YAAY,CAAC,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,OAAO;EAAE;EAC5E,MAAM;GAAE,YAAY,CAAC,SAAS,OAAO;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM;IAAC;IAAS;IAAS;GAAO;EAAE;EACpG,QAAQ;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,UAAU;GAAG,MAAM,CAAC,OAAO;EAAE;EACpF,OAAO;GAAE,YAAY,CAAC;GAAG,UAAU,CAAC;GAAG,QAAQ;IAAC;IAAU;IAAY;GAAS;GAAG,MAAM,CAAC,SAAS;EAAE;EACpG,MAAM;GAAE,YAAY,CAAC,QAAQ,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,UAAU;GAAG,MAAM,CAAC,OAAO;EAAE;EAC1F,MAAM;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC;GAAG,MAAM,CAAC,MAAM;EAAE;EACvE,UAAU;GAAE,YAAY,CAAC,MAAM;GAAG,UAAU,CAAC;GAAG,QAAQ,CAAC,YAAY,UAAU;GAAG,MAAM,CAAC,SAAS,OAAO;EAAE;CAC7G;;CChCA,SAAgB,SAAS,OAAyB;EAChD,OAAO,MAAM,QAAQ,KAAK,KAAK,OAAO,OAAO,OAAO,QAAQ;CAC9D;;CCXA,SAAgB,QAAQ,OAAmC;EACzD,MAAM,QAAkB,CAAC;EACzB,aAAa,OAAO,KAAK;EACzB,OAAO;CACT;CAEA,SAAS,aAAa,OAAgB,OAAuB;EAC3D,IAAI,UAAU,QAAQ,UAAU,UAAa,OAAO,UAAU,WAAW;EACzE,IAAI,OAAO,UAAU,YAAY,OAAO,UAAU,UAAU,MAAM,KAAK;GAAE,MAAM;GAAQ,MAAM,OAAO,KAAK;EAAE,CAAC;OACvG,IAAI,CAAC,OAAO,KAAK,GAAG,MAAM,KAAK,KAAK;OAEpC,IAAI,SAAS,KAAK,GAAG,MAAM,KAAK,KAA0B;OAC1D,KAAK,IAAI,QAAQ,GAAG,QAAQ,MAAM,QAAQ,SAAS,GAAG,aAAa,MAAM,QAAQ,KAAK;CAC7F;CAGA,SAAgB,OAAO,OAAyB;EAC9C,IAAI,CAAC,OAAO,KAAK,GAAG,OAAO;EAC3B,MAAM,QAAQ,QAAQ,KAAK;EAC3B,OAAO,MAAM,WAAW,KAAK,CAAC,SAAS,MAAM,EAAE,IAAI,MAAM,KAAK;GAAE,MAAM;GAAU,UAAU;EAAM;CAClG;CAMA,SAAgB,OAAO,OAA0B;EAC/C,IAAI,OAAO,UAAU,UAAU,OAAO;EACtC,IAAI,UAAU,QAAQ,UAAU,UAAa,OAAO,UAAU,WAAW,OAAO;EAChF,IAAI,MAAM,QAAQ,KAAK,GAAG,OAAO,MAAM,KAAK,SAAoB,OAAO,IAAI,CAAC,CAAC,CAAC,KAAK,EAAE;EAErF,OAAO,OAAO,UAAU,WAAY,QAA8B,OAAO,KAAK;CAChF;CAMA,SAAS,OAAO,OAA6C;EAC3D,OAAO,MAAM,QAAQ,KAAK;CAC5B;;CCnCA,MAAM,cAAc,OAAO,YACzB,OAAO,QAAQ,WAAW,CAAC,CAAC,KAAK,CAAC,MAAM,EAAE,UAAU,QAAQ,YAAY;EAEtE,MAAM,cAAc,OAAO,OAAO,IAAI;EACtC,KAAK,MAAM,QAAQ,UAAU,YAAY,QAAQ;EACjD,KAAK,MAAM,QAAQ,QAAQ,YAAY,QAAQ;EAC/C,KAAK,MAAM,QAAQ,MAAM,YAAY,QAAQ;EAC7C,OAAO,CAAC,MAAM,WAAW;CAC3B,CAAC,CACH;CAOA,SAAgB,WAAiC,MAAS,OAA0B;EAElF,OAAO,QAAQ,MAAM,OAAO,IAAI;CAClC;CAGA,SAAgB,cAAoC,MAAS,OAAe,SAA4B;EACtG,MAAM,OAAO,QAAQ,MAAM,OAAO,OAAO;EACzC,IAAI,KAAK,aAAa,QAAW,KAAK,WAAW,YAAY,KAAK,CAAC,aAAa,SAAS,KAAK,CAAC;EAE/F,OAAO;CACT;CAEA,SAAS,QAAQ,MAAkB,OAAe,SAAiD;EACjG,MAAM,cAAc,YAAY;EAChC,MAAM,QAAQ;EACd,MAAM,OAAgC,EAAE,KAAK;EAC7C,MAAM,QAAQ,OAAO,KAAK,KAAK;EAC/B,KAAK,IAAI,QAAQ,GAAG,QAAQ,MAAM,QAAQ,SAAS,GAAG;GACpD,MAAM,OAAO,MAAM,UAAU;GAC7B,MAAM,QAAQ,MAAM;GACpB,IAAI,UAAU,QAAW;GACzB,IAAI,SAAS,cAAc,YAAY,MAAM,KAAK,WAAW,UAAU,YAAY,UAAU,KAAK;QAC7F;IACH,MAAM,aAAa,YAAY;IAC/B,KAAK,QAAQ,eAAe,SAAY,QAAQ,QAAQ,YAAY,KAAK;GAC3E;EACF;EACA,OAAO;CACT;CAEA,SAAS,UAAU,YAAoC,UAA4B;EACjF,OAAO,eAAe,SAAS,OAAO,QAAqB,IAAI,QAAQ,QAAmB;CAC5F;CAEA,SAAS,QAAQ,YAAwB,OAAyB;EAChE,IAAI,eAAe,YAAY,OAAO,QAAQ,KAAgB;EAC9D,IAAI,eAAe,SAAS,OAAO,WAAW,KAAmB;EACjE,OAAO,OAAO,UAAU,YAAY,OAAO,UAAU,YAAY,OAAO,KAAK,IAAI;CACnF;CAGA,SAAgB,WAAW,SAAiC;EAC1D,OAAO,OAAO,YAAY,WAAW,EAAE,QAAQ,IAAI;CACrD;;CCtDA,SAAgB,OAAO,OAAgC;EACrD,IAAI,MAAM,SAAS,QAAW,OAAO,cAAc,UAAU,OAAO,OAAO;EAC3E,MAAM,EAAE,MAAM,SAAS,GAAG,SAAS;EACnC,MAAM,QAAQ,YAAY,SAAY,SAAY;GAAE,GAAG,WAAW,OAAO;GAAG;EAAK;EACjF,OAAO,cAAc,UAAU;GAAE,GAAG;GAAM,SAAS;EAAM,GAAG,OAAO;CACrE;;CCOA,SAAgB,KAAK,OAAsD;EACzE,OAAO,cAAc,QAAQ,OAAO,MAAM;CAC5C;;CC3BA,IAAa,WAAb,cAA8B,MAAM;EAChB,OAAO;EAChB;EAET,YAAY,MAAoB,SAAiB;GAC/C,MAAM,OAAO;GACb,KAAK,OAAO;EACd;CACF;;CCIA,SAAgB,MAAM,OAA8B;EAClD,OAAO,WAAW,SAAS,KAAK;CAClC;;CCRA,SAAgB,OAAO,OAA8D;EACnF,OAAO,cAAc,UAAU,OAAO,UAAU;CAClD;CAGA,SAAgB,IAAI,OAAwD;EAC1E,OAAO,cAAc,OAAO,OAAO,UAAU;CAC/C;;CCXA,SAAgB,OAAa,YAA4D;EAEvF,IAAI,CAAC,SAAS,UAAU,GAAG,OAAO;EAClC,MAAM,EAAE,OAAO,UAAU,OAAO,YAAY;EAC5C,OAAO;GACL,GAAG;GACH,GAAI,SAAS,OAAO,IAAI,EAAE,SAAS,UAAU,SAAS,UAAU,EAAE,IAAI,CAAC;GACvE,GAAI,SAAS,KAAK,IAAI,EAAE,OAAO,UAAU,OAAO,QAAQ,EAAE,IAAI,CAAC;GAC/D,GAAI,SAAS,KAAK,IAAI,EAAE,OAAO,UAAU,OAAO,QAAQ,EAAE,IAAI,CAAC;GAC/D,GAAI,SAAS,QAAQ,IAAI,EAAE,UAAU,UAAU,UAAU,WAAW,EAAE,IAAI,CAAC;EAC7E;CACF;CAEA,SAAS,WAAiB,QAAwD;EAChF,IAAI,CAAC,SAAS,MAAM,KAAK,OAAO,OAAO,WAAW,YAAY,OAAO;EACrE,MAAM,EAAE,aAAa;EACrB,OAAO;GACL,GAAG;GACH,SAAS,SAAiC,OAAO,OAAO,OAAO,eAAe,IAAI,CAAC,CAAC;GACpF,GAAI,SAAS,QAAQ,IAAI,EAAE,UAAU,UAAU,UAAU,WAAW,EAAE,IAAI,CAAC;EAC7E;CACF;CAEA,SAAS,YAAkB,SAA+D;EACxF,IAAI,OAAO,YAAY,YAAY,OAAO;EAC1C,QAAQ,SAA+B,UAAmB,QAAQ,aAAa,OAAO,GAAG,KAAK;CAChG;CAEA,SAAS,SAAe,MAAkD;EACxE,IAAI,CAAC,SAAS,IAAI,KAAK,OAAO,KAAK,QAAQ,YAAY,OAAO;EAC9D,OAAO;GAAE,GAAG;GAAM,MAAM,OAAiB,YAAkC,KAAK,IAAI,OAAO,aAAa,OAAO,CAAC;EAAE;CACpH;CAEA,SAAS,SAAe,MAA8B;EACpD,IAAI,OAAO,SAAS,YAAY,OAAO;EACvC,QAAQ,SAAmB,YAAkC,KAAK,SAAS,aAAa,OAAO,CAAC;CAClG;CAEA,SAAS,YAAkB,SAA2D;EACpF,IAAI,CAAC,SAAS,OAAO,KAAK,OAAO,QAAQ,WAAW,YAAY,OAAO;EACvE,OAAO;GACL,GAAG;GACH,SAAS,OAAiB,YAAkC,QAAQ,OAAO,OAAO,aAAa,OAAO,CAAC;EACzG;CACF;CAEA,SAAS,eAA2C,MAAY;EAC9D,OAAO;GAAE,GAAG;GAAM,OAAO,KAAK;GAAa,QAAQ,KAAK,YAAY;EAAO;CAC7E;CAEA,SAAS,aAAmB,SAAqD;EAE/E,MAAM,EAAE,yBAAyB;EACjC,OAAO;GACL,GAAG,eAAwC,OAAO;GAClD,SAAS,OAAO;IACd,MAAM,SAAS,OAAO,UAAU,aAAa,MAAM,QAAQ,WAAW,IAAI;IAE1E,qBAAqB,eAAe,MAAmB;GACzD;EACF;CACF;CAEA,SAAS,UAAa,QAAqC,KAAmD;EAC5G,OAAO,OAAO,YAAY,OAAO,QAAQ,MAAM,CAAC,CAAC,KAAK,CAAC,MAAM,WAAW,CAAC,MAAM,IAAI,KAAK,CAAC,CAAC,CAAC;CAC7F;CAEA,SAAS,SAAS,OAA4D;EAC5E,OAAO,OAAO,UAAU,YAAY,UAAU;CAChD;;CCpEA,SAAgB,qBAA8B;EAC5C,OAAO,OAAO,iBAAiB,cAAc,SAAY;CAC3D;;CCsBA,SAAgBA,eAAmB,QAA4D;EAC7F,MAAM,SAAS,mBAAmB;EAClC,IAAI,OAAO,WAAW,cAAc,WAAWA,gBAAc,MAAM,IAAI,SAAS,cAAc,UAAU;EACxG,QAAQ,UAAuB,OAAO,OAAO,WAAW,aAAa,OAAO,KAAK,IAAI,MAAM,CAAC;CAC9F;CAEA,MAAM,aACJ;;CCxBF,MAAa,kBAAgC,EAAE,MAAM,GAAG;;CCPxD,SAAgB,IAAI,MAAyB,OAAe,KAA+B;EACzF,IAAI,OAAO,SAAS,YAAY,MAAM,IAAI,SAAS,mBAAmB,eAAe,IAAI,CAAC;EAC1F,MAAM,OAAO,KAAK,KAAK;EACvB,OAAO,QAAQ,UAAa,MAAM,QAAQ,IAAI,IAAI,OAAO;GAAE,GAAG;GAAM,KAAK,OAAO,GAAG;EAAE;CACvF;CAGA,MAAa,OAAmB;CAQhC,SAAS,eAAe,MAAuB;EAC7C,MAAM,aAAa,OAAO,KAAK,WAAW,CAAC,CACxC,KAAK,SAAS,GAAG,KAAK,OAAO,CAAC,CAAC,CAAC,YAAY,IAAI,KAAK,MAAM,CAAC,GAAG,CAAC,CAChE,KAAK,IAAI;EACZ,OAAO,IAAI,OAAO,IAAI,EAAE,qEAAqE,WAAW;CAC1G;;CCxBAC,eAA2C;EACzC,IAAI;EACJ,OAAO;EACP,aAAa;EACb,cAAc;EACd,SAAS,EACP,MAAM;GACJ,OAAO,EAAE,OAAO,OAAO;IACrB,MAAM,OAAO,MAAM,KAAK,KAAK;IAC7B,MAAM,YAAY,IAAI,eAAe,iBAAiB;IACtD,YACG,QAAD;KAAQ,KAAI;eAAZ;UACG,OAAD;OACE,MAAK;OACL,OAAM;OACN,OAAO,MAAM;OACb;OACA,QAAO;OACP,UAAS;OACT,UAAS;MACV;UACA,MAAD;OAAM,MAAK;OAAK,QAAO;iBACpB,SAAS,KAAK,WAAW,UAAU;MAChC;UACL,KAAD,gBACG,QAAD;OAAQ,SAAQ;OAAU,UAAU,SAAS,MAAM,CAAC;OAAW,SAAQ;iBAAQ;MAEvE,GACL;MACJ,CAAC,iBAAc,MAAD;OAAM,MAAK;iBAAK;MAA+C;KACxE;;GAEZ;GACA,UAAU;IACR,OAAO,KAAK,OAAmB;KAC7B,IAAI,qBAAqB,YAAY,EAAE,MAAM,MAAM,MAAM,CAAC;IAC5D;IACA,MAAM,KAAK;KACT,IAAI,qBAAqB,mBAAmB,eAAe,EAAE,MAAM,IAAI,MAAM,KAAK,KAAK,EAAE,CAAC;IAC5F;GACF;EACF,EACF;CACF,CAAC"}'
