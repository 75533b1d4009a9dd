	.file	"codegen.34d29ec5f7592018-cgu.0"
	.section	.rodata.cst8,"aM",@progbits,8
	.p2align	3, 0x0
.LCPI0_0:
	.quad	0x3ff0000000000000
.LCPI0_1:
	.quad	0x4059000000000000
.LCPI0_2:
	.quad	0xc079000000000000
.LCPI0_3:
	.quad	0x4069000000000000
	.section	.text._ZN7codegen11rosen2_hand17hd37c5bcc123910c9E,"ax",@progbits
	.globl	_ZN7codegen11rosen2_hand17hd37c5bcc123910c9E
	.p2align	4
	.type	_ZN7codegen11rosen2_hand17hd37c5bcc123910c9E,@function
_ZN7codegen11rosen2_hand17hd37c5bcc123910c9E:
	.cfi_startproc
	movq	%rdi, %rax
	movsd	(%rsi), %xmm0
	movsd	8(%rsi), %xmm1
	movsd	.LCPI0_0(%rip), %xmm2
	subsd	%xmm0, %xmm2
	movapd	%xmm0, %xmm3
	mulsd	%xmm0, %xmm3
	subsd	%xmm3, %xmm1
	movsd	.LCPI0_1(%rip), %xmm3
	mulsd	%xmm1, %xmm3
	mulsd	%xmm1, %xmm3
	movapd	%xmm2, %xmm4
	mulsd	%xmm2, %xmm4
	addsd	%xmm3, %xmm4
	movsd	.LCPI0_2(%rip), %xmm3
	mulsd	%xmm1, %xmm3
	mulsd	%xmm0, %xmm3
	addsd	%xmm2, %xmm2
	subsd	%xmm2, %xmm3
	mulsd	.LCPI0_3(%rip), %xmm1
	movsd	%xmm4, (%rdi)
	movsd	%xmm3, 8(%rdi)
	movsd	%xmm1, 16(%rdi)
	retq
.Lfunc_end0:
	.size	_ZN7codegen11rosen2_hand17hd37c5bcc123910c9E, .Lfunc_end0-_ZN7codegen11rosen2_hand17hd37c5bcc123910c9E
	.cfi_endproc

	.section	.rodata.cst8,"aM",@progbits,8
	.p2align	3, 0x0
.LCPI1_0:
	.quad	0x4059000000000000
.LCPI1_1:
	.quad	0x3ff0000000000000
	.section	.rodata.cst16,"aM",@progbits,16
	.p2align	4, 0x0
.LCPI1_2:
	.quad	0x8000000000000000
	.quad	0x8000000000000000
	.section	.text._ZN7codegen11rosen2_ours17h3f752d071d2fe956E,"ax",@progbits
	.globl	_ZN7codegen11rosen2_ours17h3f752d071d2fe956E
	.p2align	4
	.type	_ZN7codegen11rosen2_ours17h3f752d071d2fe956E,@function
_ZN7codegen11rosen2_ours17h3f752d071d2fe956E:
	.cfi_startproc
	movq	%rdi, %rax
	movsd	(%rsi), %xmm0
	movsd	8(%rsi), %xmm1
	movapd	%xmm0, %xmm2
	mulsd	%xmm0, %xmm2
	subsd	%xmm2, %xmm1
	movsd	.LCPI1_0(%rip), %xmm2
	mulsd	%xmm1, %xmm2
	mulsd	%xmm2, %xmm1
	movsd	.LCPI1_1(%rip), %xmm3
	subsd	%xmm0, %xmm3
	movapd	%xmm3, %xmm4
	mulsd	%xmm3, %xmm4
	addsd	%xmm1, %xmm4
	addsd	%xmm2, %xmm2
	addsd	%xmm3, %xmm3
	movapd	.LCPI1_2(%rip), %xmm1
	xorpd	%xmm2, %xmm1
	mulsd	%xmm0, %xmm1
	addsd	%xmm1, %xmm1
	subsd	%xmm3, %xmm1
	movsd	%xmm4, (%rdi)
	movsd	%xmm1, 8(%rdi)
	movsd	%xmm2, 16(%rdi)
	retq
.Lfunc_end1:
	.size	_ZN7codegen11rosen2_ours17h3f752d071d2fe956E, .Lfunc_end1-_ZN7codegen11rosen2_ours17h3f752d071d2fe956E
	.cfi_endproc

	.section	.rodata.cst8,"aM",@progbits,8
	.p2align	3, 0x0
.LCPI2_0:
	.quad	0x3ff0000000000000
	.section	.text._ZN7codegen12neuron2_hand17h6a3979be60aa203aE,"ax",@progbits
	.globl	_ZN7codegen12neuron2_hand17h6a3979be60aa203aE
	.p2align	4
	.type	_ZN7codegen12neuron2_hand17h6a3979be60aa203aE,@function
_ZN7codegen12neuron2_hand17h6a3979be60aa203aE:
	.cfi_startproc
	pushq	%rbx
	.cfi_def_cfa_offset 16
	subq	$32, %rsp
	.cfi_def_cfa_offset 48
	.cfi_offset %rbx, -16
	movq	%rdi, %rbx
	movupd	(%rsi), %xmm1
	movapd	%xmm1, 16(%rsp)
	movupd	16(%rsi), %xmm0
	movapd	%xmm0, (%rsp)
	mulpd	%xmm0, %xmm1
	movapd	%xmm1, %xmm0
	unpckhpd	%xmm1, %xmm0
	addsd	%xmm1, %xmm0
	addsd	32(%rsi), %xmm0
	callq	*tanh@GOTPCREL(%rip)
	movsd	.LCPI2_0(%rip), %xmm1
	movapd	%xmm0, %xmm2
	addsd	%xmm1, %xmm2
	subsd	%xmm0, %xmm1
	mulsd	%xmm2, %xmm1
	movapd	%xmm1, %xmm2
	unpcklpd	%xmm1, %xmm2
	movapd	(%rsp), %xmm3
	mulpd	%xmm2, %xmm3
	mulpd	16(%rsp), %xmm2
	movsd	%xmm0, (%rbx)
	movupd	%xmm3, 8(%rbx)
	movupd	%xmm2, 24(%rbx)
	movsd	%xmm1, 40(%rbx)
	movq	%rbx, %rax
	addq	$32, %rsp
	.cfi_def_cfa_offset 16
	popq	%rbx
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end2:
	.size	_ZN7codegen12neuron2_hand17h6a3979be60aa203aE, .Lfunc_end2-_ZN7codegen12neuron2_hand17h6a3979be60aa203aE
	.cfi_endproc

	.section	.rodata.cst8,"aM",@progbits,8
	.p2align	3, 0x0
.LCPI3_0:
	.quad	0x3ff0000000000000
	.section	.text._ZN7codegen12neuron2_ours17h29889817bc06fcf1E,"ax",@progbits
	.globl	_ZN7codegen12neuron2_ours17h29889817bc06fcf1E
	.p2align	4
	.type	_ZN7codegen12neuron2_ours17h29889817bc06fcf1E,@function
_ZN7codegen12neuron2_ours17h29889817bc06fcf1E:
	.cfi_startproc
	pushq	%rbx
	.cfi_def_cfa_offset 16
	subq	$32, %rsp
	.cfi_def_cfa_offset 48
	.cfi_offset %rbx, -16
	movq	%rdi, %rbx
	movupd	(%rsi), %xmm0
	movapd	%xmm0, (%rsp)
	movupd	16(%rsi), %xmm1
	movapd	%xmm1, 16(%rsp)
	mulpd	%xmm0, %xmm1
	movapd	%xmm1, %xmm0
	unpckhpd	%xmm1, %xmm0
	addsd	%xmm1, %xmm0
	addsd	32(%rsi), %xmm0
	callq	*tanh@GOTPCREL(%rip)
	movsd	.LCPI3_0(%rip), %xmm1
	movapd	%xmm0, %xmm2
	addsd	%xmm1, %xmm2
	subsd	%xmm0, %xmm1
	mulsd	%xmm2, %xmm1
	movapd	%xmm1, %xmm2
	unpcklpd	%xmm1, %xmm2
	movapd	(%rsp), %xmm3
	mulpd	%xmm2, %xmm3
	mulpd	16(%rsp), %xmm2
	movsd	%xmm0, (%rbx)
	movupd	%xmm2, 8(%rbx)
	movupd	%xmm3, 24(%rbx)
	movsd	%xmm1, 40(%rbx)
	movq	%rbx, %rax
	addq	$32, %rsp
	.cfi_def_cfa_offset 16
	popq	%rbx
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end3:
	.size	_ZN7codegen12neuron2_ours17h29889817bc06fcf1E, .Lfunc_end3-_ZN7codegen12neuron2_ours17h29889817bc06fcf1E
	.cfi_endproc

	.ident	"rustc version 1.95.0 (59807616e 2026-04-14)"
	.section	".note.GNU-stack","",@progbits
