"""Two kinds of import contract of our own, for ``lint-imports``; ``pyproject.toml`` uses them.

Both say what is allowed, so that a new module stands under them without being named.
"""

from collections.abc import Iterable
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class PureContract(Contract):
    """Everything in ``packages`` is pure, except the modules and packages named in ``impure``.

    A pure module imports none of ``forbidden_modules`` (the world outside: clock, network,
    screen …) and no impure module either, so it cannot reach them through a neighbour. An entry of
    ``impure`` that names nothing, or only what could be pure, breaks the contract too.
    """

    type_name = "pure"

    packages = fields.SetField(subfield=fields.ModuleField())
    impure = fields.SetField(subfield=fields.ModuleExpressionField())
    forbidden_modules = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Compare every module's own imports with what a pure one may import."""
        own = within(graph, _names(self.packages))
        named = {entry: matching(graph, entry) for entry in _names(self.impure)}
        impure = {module for modules in named.values() for module in modules}
        outside = impure | _names(self.forbidden_modules)
        needs = {each: graph.find_modules_directly_imported_by(each) & outside for each in own}
        faults = [
            f"{module} imports {imported}{_line(graph, module, imported)}"
            for module in sorted(own - impure)
            for imported in sorted(needs[module])
        ]
        faults += [
            f"{entry} is named as impure, and nothing in it has to be"
            for entry, modules in sorted(named.items())
            if not any(needs[module] - modules for module in modules & own)
        ]
        output.verbose_print(verbose, f"{len(own - impure)} modules are pure")
        return ContractCheck(kept=not faults, metadata={"faults": faults})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say every fault on a line of its own."""
        _say(check)


class OnlyContract(Contract):
    """``importers`` import nothing of ours but themselves and ``imported``."""

    type_name = "only"

    importers = fields.SetField(subfield=fields.ModuleField())
    imported = fields.SetField(subfield=fields.ModuleField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Look at every import of every module in ``importers``."""
        faults = []
        for importer in sorted(_names(self.importers)):
            own = within(graph, {importer})
            may = own | within(graph, _names(self.imported or ()))
            output.verbose_print(verbose, f"{importer}: {len(own)} modules")
            faults += [
                f"{module} imports {imported}{_line(graph, module, imported)}"
                for module in sorted(own)
                for imported in sorted(_of_the_house(graph, module) - may)
            ]
        return ContractCheck(kept=not faults, metadata={"faults": faults})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say every fault on a line of its own."""
        _say(check)


def within(graph: ImportGraph, packages: Iterable[str]) -> set[str]:
    """The modules of these packages, themselves among them."""
    return {
        module for package in packages for module in (package, *graph.find_descendants(package))
    }


def _names(option: object) -> set[str]:
    """The names a contract was given; its fields are typed as what parses them."""
    return {str(each) for each in cast(Iterable[object], option)}


def matching(graph: ImportGraph, entry: str) -> set[str]:
    """The modules an entry of a contract means, those of a package among them."""
    found = graph.find_matching_modules(entry) if "*" in entry else {entry} & graph.modules
    return within(graph, found)


def _of_the_house(graph: ImportGraph, module: str) -> set[str]:
    imported = graph.find_modules_directly_imported_by(module)
    return {each for each in imported if not graph.is_module_squashed(each)}


def _line(graph: ImportGraph, importer: str, imported: str) -> str:
    details = graph.get_import_details(importer=importer, imported=imported)
    return f" (line {details[0]['line_number']})" if details else ""


def _say(check: ContractCheck) -> None:
    for fault in check.metadata["faults"]:
        output.print_error(f"{fault}.", bold=False)
    output.new_line()
